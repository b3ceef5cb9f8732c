"""Which country an article is at home in and a person is of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.people.casting import build_cast
from briefing.extract.reference.cast import Cast, Person
from briefing.model.article import Article

CastOf = Callable[..., Cast]


def _person(cast: Cast, name: str) -> Person:
    return next(person for person in cast.people if person.name == name)


def test_smaller_cities_tell_the_country(cast_of: CastOf) -> None:
    """Cities beyond the capitals count for the country that the article is at home in."""
    text = "Traders met in Nnewi on Monday. Roads to Umuahia and Gboko will follow, said Finance Minister Ada Obi."
    assert _person(cast_of(text), "Ada Obi").country == "NG"


def test_an_office_that_the_home_has_not_is_of_the_country_that_has_it(cast_of: CastOf) -> None:
    """A king in a republic's paper is the king of the monarchy spoken of; where none is, his country stays open."""
    text = "https://www.egyptdaily.example/1\n\nCairo and Riyadh agreed. Saudi Arabia pays, King Fahim said on Monday."
    assert _person(cast_of(text), "King Fahim").country == "SA"
    assert _person(cast_of("https://news.example.eg/1\n\nKing Fahim left on Monday."), "King Fahim").country is None


def test_its_minister_is_of_the_country_named_before(cast_of: CastOf) -> None:
    """“Its” means the country named before in the sentence, else the only one in the sentence before."""
    text = "NAIROBI, Kenya (ZZ) — Barbados was represented by its Foreign Minister, Errol Small. Denmark gave most. "
    cast = cast_of(text + "Its ambassador, Signe Holm, spoke of Kenya.")
    assert _person(cast, "Errol Small").country == "BB"
    assert _person(cast, "Signe Holm").country == "DK"


def test_a_country_speaks_through_its_president(cast_of: CastOf) -> None:
    """Behind a country's refusal and a colon, and behind “for France,” stand their own people."""
    text = (
        "APIA, Samoa (ZZ) — Fiji signed. Nauru did not sign: President Dan Akua left. For France, Ambassador Luc Roy "
    )
    cast = cast_of(text + "signed on Monday.")
    assert _person(cast, "Dan Akua").country == "NR"
    assert _person(cast, "Luc Roy").country == "FR"


def test_a_delegation_is_of_its_country_to_the_last_name(cast_of: CastOf) -> None:
    """All whom a list of a delegation names are of its country, also where it is named in the sentence before."""
    text = "CAIRO, Egypt (ZZ) — A Rwandan delegation arrived. The delegation included Trade Minister Jean Habimana and "
    cast = cast_of(text + "the head of customs, Diane Uwera. It met Trade Minister Samir Radwan of Egypt.")
    assert [person.country for person in cast.people] == ["RW", "RW", "EG"]


def test_an_envoy_to_another_country_is_sent_by_the_home(cast_of: CastOf) -> None:
    """The representative to another country, named without his own, is of the outlet's country; one to it is not."""
    text = "https://news.example.tw/1\n\nRepresentative to Japan Frank Chou spoke. Ambassador Kees Smit left Taipei."
    cast = cast_of(text)
    assert _person(cast, "Frank Chou").country == "TW"
    assert _person(cast, "Kees Smit").country is None


def test_people_of_an_article_about_one_country_are_its_own(cast_of: CastOf) -> None:
    """Without a role too, where the outlet and most of the text are of one country; not where two are spoken of."""
    one = "https://news.example.ke/1\n\nIda Achieng danced in Nairobi. Kenya won."
    two = "https://news.example.ke/1\n\nIda Achieng danced in Paris. France won, said France. French fans sang in Lyon."
    assert _person(cast_of(one), "Ida Achieng").country == "KE"
    assert _person(cast_of(two), "Ida Achieng").country is None


def test_a_surname_that_is_a_place_is_no_mention_of_it(cast_of: CastOf) -> None:
    """The places within people's names do not count for where an article plays."""
    text = "Sheikh Sabah Al-Ahmad spoke in Kuwait. Sabah left. Sabah loves Kuwait, Finance Minister Ali Omar said."
    assert _person(cast_of(text), "Ali Omar").country == "KW"


def test_a_regimes_minister_is_of_its_country(cast_of: CastOf) -> None:
    """“The Syrian regime's foreign minister” is Syria's."""
    cast = cast_of("Syrian regime's Foreign Minister Faisal Mardam flew to Algiers.")
    assert _person(cast, "Faisal Mardam").country == "SY"


def test_a_nationality_is_said_of_a_name(cast_of: CastOf) -> None:
    """“X has become the first Indian to win”: X is of India."""
    cast = cast_of("Author Gita Sharma has become the first Indian to win the prize.")
    assert _person(cast, "Gita Sharma").country == "IN"


def test_a_dateline_over_the_body_tells_where_an_article_was_filed(make_article: Callable[..., Article]) -> None:
    """The line with city and date, which is no body, tells the home as a dateline in the body does."""
    whole = make_article("CAIRO, Sunday 19 January\n\nPresident Ezzat Hakim received the Rwandan delegation.")
    text = replace(whole, regions=whole.regions[1:])
    assert _person(build_cast(next(iter(parse((text,))))), "Ezzat Hakim").country == "EG"


def test_countries_before_a_title_of_several_go_by_their_order(cast_of: CastOf) -> None:
    """“The Kenyan and Ugandan presidents, A and B”: one each; of more names than countries none is said."""
    two = cast_of("She met her Kenyan and Ugandan counterparts, Ann Otieno and Paul Okello.")
    assert [person.country for person in two.people] == ["KE", "UG"]
    three = cast_of("The Kenyan and Ugandan ministers, Ann Otieno, Paul Okello and Joy Musa, met.")
    assert [person.country for person in three.people] == [None, None, None]


def test_a_nationality_in_apposition_is_the_bearers(cast_of: CastOf) -> None:
    """“X, a Kenyan, won” tells X's country; “a Kenyan-born runner” tells where she was born."""
    cast = cast_of(
        "Ann Roy, a Kenyan, won. Jo Kay – a Norwegian and biker – came third. Bo Lee, a Kenyan-born man, left."
    )
    assert [person.country for person in cast.people] == ["KE", "NO", None]


def test_relatives_are_at_home_where_everybody_is(cast_of: CastOf) -> None:
    """In an article of one country also somebody's husband is of it; among several countries that is open."""
    home = "NAIROBI, Kenya (ZZ) — Kenya won. Kenyan fans sang in Kenya. Kenyans danced. "
    assert _person(cast_of(home + "Her husband, Paul Okello, came."), "Paul Okello").country == "KE"
    abroad = home + "Uganda lost. Ugandans wept in Uganda. Ugandan fans left Kenya. "
    assert _person(cast_of(abroad + "Her husband, Paul Okello, came."), "Paul Okello").country is None


def test_an_officer_may_be_the_guest_without_name(cast_of: CastOf) -> None:
    """Where a foreign commander is told of by no name, whoever goes by a rank alone is not of the home for sure."""
    home = "https://news.example.eg/1\n\n"
    cast = cast_of(home + "The Omani navy chief came to Cairo.\nEgypt was kind, Admiral Omar Said said in Egypt.")
    assert _person(cast, "Omar Said").country is None
    cast = cast_of(home + "The navy chief came to Cairo.\nEgypt was kind, Admiral Omar Said said in Egypt.")
    assert _person(cast, "Omar Said").country == "EG"


def test_descent_is_no_country(cast_of: CastOf) -> None:
    """A daughter of Irish and English settlers is not of Ireland."""
    cast = cast_of("Ann Lee was the daughter of Irish and English settlers.")
    assert _person(cast, "Ann Lee").country is None
    assert [role.text for role in _person(cast, "Ann Lee").roles] == ["daughter"]


def test_a_festival_draws_people_from_anywhere(cast_of: CastOf) -> None:
    """Who wins at a festival is not of the country where it is held, unless the text says so."""
    home = "SARAJEVO, 3 May 2025 - The film festival in Sarajevo ended. Bosnia sent two films to the festival."
    won = " The jury gave its main award to director Ann Lee. The festival's award for music went to Serbian Ivo Lang."
    cast = cast_of(home + won)
    assert [_person(cast, name).country for name in ("Ann Lee", "Ivo Lang")] == [None, "RS"]
    plain = cast_of(
        home.replace("festival", "fair") + " Bosnia's director Ann Lee and farmer Ivo Lang spoke in Mostar."
    )
    assert [_person(plain, name).country for name in ("Ann Lee", "Ivo Lang")] == ["BA", "BA"]
