"""Looking a name up among many finds what a look at each of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.people.name_index import NameIndex
from briefing.text.names import may_be_same, name_words, sound

GIVEN = (
    "Joe",
    "Joseph",
    "J.",
    "Wafa",
    "Mohammed",
    "Muhammad",
    "M",
    "Nicolás",
    "Xi",
    "Kate",
    "Katherine",
    "Ann-Marie",
    "K",
)
LAST = ("Maduro", "Moros", "Zelensky", "Zelenskyy", "Bani", "Mustafa", "Jr.", "III", "al-Saud", "Chaves")
NAMES = st.tuples(
    st.lists(st.sampled_from(GIVEN + LAST[:6]), min_size=1, max_size=3),
    st.lists(st.sampled_from(LAST), min_size=1, max_size=2),
).map(lambda parts: " ".join((*parts[0], *parts[1])))


def _by_looking(known: list[tuple[str, bool]], name: str) -> int | None:
    """The same by a look at each: first those of one surname, then those of one given name that go on."""
    words = name_words(name)
    same = [i for i, (other, _) in enumerate(known) if sound(name_words(other)[-1]) == sound(words[-1])]
    longer = [
        i for i, (other, goes_on) in enumerate(known) if goes_on and sound(name_words(other)[0]) == sound(words[0])
    ]
    return next((i for i in (*same, *longer) if may_be_same(known[i][0], name)), None)


@given(names=st.lists(st.tuples(NAMES, st.booleans()), max_size=30))
def test_the_index_finds_the_name_that_a_look_at_each_finds(names: list[tuple[str, bool]]) -> None:
    """Nicknames, initials, generations, spellings, double surnames and names that end where another goes on."""
    several = [each for each in names if len(name_words(each[0])) > 1]
    index, known = NameIndex(), list[tuple[str, bool]]()
    for name, goes_on in sorted(several, key=lambda each: -len(name_words(each[0]))):
        found = index.find(name)
        assert found == _by_looking(known, name)
        if found is None:
            index.add(name, goes_on=goes_on)
            known.append((name, goes_on))
