"""Whose a role is and how far it goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast, Person

CastOf = Callable[..., Cast]


def _person(cast: Cast, name: str) -> Person:
    return next(person for person in cast.people if person.name == name)


def _role(cast: Cast, name: str) -> tuple[str | None, str | None]:
    person = _person(cast, name)
    return next((written.text for written in person.roles), None), person.organisation


@pytest.mark.parametrize(
    ("text", "name", "role", "organisation"),
    [
        ("US President Joan Marsh left.", "Joan Marsh", "US President", None),
        ("Solomon Islands leader Moses Kilu flew home.", "Moses Kilu", "Solomon Islands leader", None),
        ("The Tourism Authority (TA) governor Mai Srisai spoke.", "Mai Srisai", "governor", "Tourism Authority"),
        ("Bharatiya Janata Party MLA Ravi Gowda spoke.", "Ravi Gowda", "MLA", "Bharatiya Janata Party"),
        ("Broadcasting Corp of China chairman Lin Wei spoke.", "Lin Wei", "chairman", "Broadcasting Corp of China"),
        ("Lt. Gen Omar Said, Commander of the Air Force, left.", "Omar Said", "Commander of the Air Force", None),
        ("On Sunday, the Lieutenant Governor, Anil Sinha on Monday spoke.", "Anil Sinha", "Lieutenant Governor", None),
        ("For the lawyer, the Prime Minister Ann Roy erred.", "Ann Roy", "Prime Minister", None),
        ("They praised painters such as Ann Roy and Jan Holm.", "Jan Holm", "painter", None),
        ("Ann Roy, South Asia head of Fair Watch, left.", "Ann Roy", "South Asia head of Fair Watch", "Fair Watch"),
        ("Jan Holm, dean at Clinica de los Pinos, left.", "Jan Holm", "dean at Clinica de los Pinos",
         "Clinica de los Pinos"),
        ("Ann Roy, president (e) of the Guild of Tailors, left.", "Ann Roy", "president (e) of the Guild of Tailors",
         "Guild of Tailors"),
        ("Ann Roy, an official from the village of Las Lomas, spoke.", "Ann Roy",
         "official from the village of Las Lomas", None),
        ("Ann Roy, director of the Traffic and Patrols directorate, left.", "Ann Roy",
         "director of the Traffic and Patrols directorate", None),
        ("Leader of the opposition in senate Raza Gilani spoke.", "Raza Gilani", "Leader of the opposition in senate",
         None),
        ("It was filed by the SIT’s Investigating Officer Ravi Gowda.", "Ravi Gowda", "Investigating Officer", "SIT"),
        ("They met former TV personality Ann Roy.", "Ann Roy", "former TV personality", None),
        ("He was jailed in recent years under President Ann Roy.", "Ann Roy", "President", None),
        ("Ann Roy, a mother of six, left.", "Ann Roy", "mother of six", None),
        ("Three Court of Appeal judges - Ann Roy, Jan Holm and Li Na - agreed.", "Jan Holm", "judge",
         "Court of Appeal"),
        ("Pakistan Tehreek-e-Insaf (PTI) Chairman Ravi Gowda spoke.", "Ravi Gowda", "Chairman", "Tehreek-e-Insaf"),
        ("They heard Alliance 8.7 chairperson Ann Roy.", "Ann Roy", "chairperson", "Alliance 8.7"),
        ("They heard Channel Four presenter Ann Roy.", "Ann Roy", "presenter", "Channel Four"),
        ("On July 12 Mayor Ann Roy left.", "Ann Roy", "Mayor", None),
        ("Her legal representative, advocate Ann Roy, told the court so.", "Ann Roy", "advocate", None),
        ("On Monday, magistrates Ann Roy (rapporteur), Jan Holm and Li Na left.", "Jan Holm", "magistrate", None),
        ("Jan Holm coaches Ann Roy.", "Ann Roy", None, None),
        ("On his official Twitter handle, Roy said so. Ann Roy came.", "Ann Roy", None, None),
        ("He sued the Progress Party (PP) president and former Jammu and Kashmir chief minister Ann Roy.", "Ann Roy",
         "president and former Jammu and Kashmir chief minister", "Progress Party"),
        ("It hit former Kenyan national team coach and FC Porto star Ann Roy.", "Ann Roy",
         "former Kenyan national team coach", None),
        ("The Kenyan president and Ugandan foreign minister Ann Okello met.", "Ann Okello", "foreign minister", None),
        ("He lauded union leaders particularly Ann Roy for it.", "Ann Roy", "union leader", None),
        ("Three of the gang members — Tarik, Ann Roy and Jan Holm — fled.", "Jan Holm", "gang member", None),
        ("They got it from another seller, surnamed Zhao, and left.", "Zhao", "seller", None),
        ("A trader identified as Musa Danladi fled.", "Musa Danladi", "trader", None),
        ("The Minister of Works, Mrs Ann Roy, the Chairperson of the Reef Trust, Mr Jan Holm, were there.", "Jan Holm",
         "Chairperson of the Reef Trust", "Reef Trust"),
        ("President Ann Roy, the party chairman, Jan Holm and others came.", "Jan Holm", None, None),
        ("Former municipal manager of Larkspur in the north, Ann Roy, facing charges, spoke.", "Ann Roy",
         "Former municipal manager of Larkspur in the north", None),
        ("Ann Roy, who was a mountaineer, left.", "Ann Roy", "mountaineer", None),
        ("Ann Roy was the reason.", "Ann Roy", None, None),
        ("Police arrested key accused Ann Roy.", "Ann Roy", "key accused", None),
        ("Ann Roy, OC of Lakeside Police Station, denied it.", "Ann Roy", "OC of Lakeside Police Station", None),
        ("Dr Ann Roy, the Executive Director Reef Technology Foundation (RTF), observed it.", "Ann Roy",
         "Executive Director Reef Technology Foundation", "Reef Technology Foundation"),
        ("Ann Roy, Director WWF's Congo programme, agreed.", "Ann Roy", "Director WWF's Congo programme", None),
        ("The Minister of Health in charge Ann Roy signed it.", "Ann Roy", "Minister of Health in charge", None),
        ("It ended. At noon, President of QAC, Sara Matwi, spoke.", "Sara Matwi", "President of QAC", "QAC"),
    ],
)  # fmt: skip
def test_a_role_is_whole(cast_of: CastOf, text: str, name: str, role: str, organisation: str | None) -> None:
    """The role has its words and its body, not those of its neighbours."""
    found = _role(cast_of(text), name)
    assert found[0] == role
    assert organisation in {found[1], None}


def test_a_counterpart_has_the_office_without_the_others_country(cast_of: CastOf) -> None:
    """“Kenyan President A met his Ugandan counterpart B”: B is a president, of Uganda."""
    cast = cast_of("Kenyan President Ann Otieno met her Ugandan counterpart Paul Okello in Mbale.")
    person = _person(cast, "Paul Okello")
    assert (person.roles[0].text, person.country) == ("President", "UG")


def test_a_list_of_titled_people_keeps_each_title(cast_of: CastOf) -> None:
    """A name before “and the governor” still has the title before it."""
    cast = cast_of("It was shown by the Minister of Defense, Ivo Merino and the Director General, Mauro Chicas.")
    assert _role(cast, "Ivo Merino")[0] == "Minister of Defense"
    assert _role(cast, "Mauro Chicas")[0] == "Director General"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ann Lee, founder, chairman and chief executive of Zed Mills, spoke.", "Ann Lee",
         "founder, chairman and chief executive of Zed Mills"),
        ("Paratus Telecom chairman designate, Ann Lee, who came, spoke.", "Ann Lee", "chairman designate"),
        ("Minister of Policies and Supervision of Agrarian Reform Juan Prado spoke.", "Juan Prado",
         "Minister of Policies and Supervision of Agrarian Reform"),
        ("Minister of Culture and Emigration Dr. Nadia Sabry spoke.", "Nadia Sabry",
         "Minister of Culture and Emigration"),
        ("“No,” said ministry official Wang Wei.", "Wang Wei", "ministry official"),
    ],
)  # fmt: skip
def test_a_role_of_several_parts(cast_of: CastOf, text: str, name: str, role: str) -> None:
    """Chains of offices and of matters stay together, "designate" stays with its office."""
    assert _role(cast_of(text), name)[0] == role


def test_a_name_at_the_end_of_a_role_behind_a_name_is_no_holder(cast_of: CastOf) -> None:
    """“X, leader of the rebel group Y Z, said”: the role is X's."""
    cast = cast_of("Héctor Prado, leader of the resistance group Arauco Malleco, called on his people.")
    assert (_role(cast, "Héctor Prado")[0] or "").startswith("leader of the resistance group")


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Wu Ling, an official with the Health Commission, spoke.", "Wu Ling", ["official with the Health Commission"]),
        ("Somchai Dee, an MP from the Thai Dawn Party, spoke.", "Somchai Dee", ["MP from the Thai Dawn Party"]),
        ("Ann Lee, professor at Oxbow University and a former ambassador to Laos, spoke.", "Ann Lee",
         ["professor at Oxbow University", "former ambassador to Laos"]),
    ],
)  # fmt: skip
def test_a_role_with_its_place(cast_of: CastOf, text: str, name: str, roles: list[str]) -> None:
    """“With” and “from” a named body go on a role; a second role behind "and a" is the same person's."""
    assert [written.text for written in _person(cast_of(text), name).roles] == roles


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Chief of Staff in the Office of the First Lady Grace Mwangi came.", "Grace Mwangi",
         "Chief of Staff in the Office of the First Lady"),
        ("The democracy activists and elected leaders Ko Min and Hla Myo Aung were freed.", "Hla Myo Aung",
         "democracy activists and elected leaders"),
        ("Stephen Chan, professor of politics and international relations at Oxbow University, spoke.", "Stephen Chan",
         "professor of politics and international relations at Oxbow University"),
        ("The academic Qi Peng, vice-president of the Bay Society, spoke.", "Qi Peng",
         "vice-president of the Bay Society"),
        ("He was a lawmaker from Prime Minister Anil Rao’s party.", "Anil Rao", "Prime Minister"),
    ],
)  # fmt: skip
def test_the_fullest_role_comes_first(cast_of: CastOf, text: str, name: str, role: str) -> None:
    """A role reaches to its own end, and before a mere trade."""
    assert _role(cast_of(text), name)[0] == role


def test_a_comparison_gives_nobody_a_role(cast_of: CastOf) -> None:
    """Who is listed after "singers like" is one; "role models like A to look up to" says nothing of A."""
    cast = cast_of("Clubs need role models like Ann Lee to look up to. Singers like Jo Kay and Al Roe came.")
    assert [(person.name, bool(person.roles)) for person in cast.people] == [
        ("Ann Lee", False), ("Jo Kay", True), ("Al Roe", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("After talks with Ann Okafor, the governor said that the road was open.", None),
        ("In an interview with Ann Okafor, the minister promised a new road.", None),
        ("Flanked by Ann Okafor, the health minister, he opened the clinic.", "health minister"),
        ("Ann Okafor, the minister, said that the road was open.", "minister"),
    ],
)
def test_an_office_that_acts_behind_a_phrase_is_another_person(cast_of: CastOf, text: str, role: str | None) -> None:
    """With whom somebody speaks is not the one who speaks."""
    assert _role(cast_of(text), "Ann Okafor")[0] == role
