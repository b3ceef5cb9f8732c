"""The countries that a user can choose from."""

from __future__ import annotations

import pytest

from briefing.locale.interface import interface
from briefing.locale.reader import find
from briefing.locale.shipped import SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_every_country_has_the_name_that_is_printed(name: str) -> None:
    """The window and the brief call a country the same, in every language."""
    offered = interface(name).countries()
    assert {"UA", "US", "GB", "XK", "TW"} <= set(offered)
    assert all(offered[code] == find(name).country(code) for code in offered)


def test_what_is_no_country_is_not_offered() -> None:
    """Groups of territories, and CLDR's own test data, are no countries."""
    offered = interface("en").countries()
    assert not {"EU", "UN", "ZZ", "XA", "QO", "419"} & set(offered)
    assert 240 < len(offered) < 270
    assert len(set(offered.values())) == len(offered)


def test_countries_stand_in_the_order_of_the_alphabet() -> None:
    """A letter with a mark stands beside its plain one, and a language's own letters where it has them."""
    german, ukrainian = (list(interface(name).countries().values()) for name in ("de", "uk"))
    assert german.index("Österreich") < german.index("Pakistan")
    assert ukrainian.index("Єгипет") < ukrainian.index("Замбія")
