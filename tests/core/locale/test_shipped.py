"""What is kept as data, to start without Babel, is what Babel says."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.core import get_global
from babel.numbers import get_group_symbol

from briefing.locale.shipped import SHIPPED, of_language


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_data_is_that_of_cldr(name: str) -> None:
    """Own name, script and group separator of each locale."""
    shipped = SHIPPED[name]
    locale = Locale.parse(name)
    assert shipped.own_name == locale.get_display_name(name)
    assert shipped.group == get_group_symbol(name)
    assert shipped.script == str(get_global("likely_subtags")[shipped.language]).split("_")[1]


def test_no_language_has_two_catalogues() -> None:
    """Falling back by language is without choice."""
    assert len({shipped.language for shipped in SHIPPED.values()}) == len(SHIPPED)
    assert of_language("pt") is SHIPPED["pt_BR"]
    assert of_language("ru") is None
