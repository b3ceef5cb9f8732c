"""When two written names can be one person's, in the ways of many languages."""

from __future__ import annotations

import pytest

from briefing.text.names import may_be_same, person_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yoon Suk-yeol", "Yoon Suk Yeol"),
        ("Lee Jae-myung", "Lee Jae Myung"),
        ("Xi Jinping", "Xi"),
        ("Kwon Dae-jung", "Kwon"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskyy", "Vladimir Zelenskiy"),
        ("Oleksandr Kamyshin", "Alexander Kamyshyn"),
        ("Mohammed Al-Harbi", "Muhammad al Harbi"),
        ("Abdel Fattah el-Sisi", "Abdel-Fattah al-Sissi"),
        ("Hussein Rashid", "Husain Rashid"),
        ("Nicolás Rivas Moros", "Nicolas Rivas"),
        ("Wafa Bani Nasser", "Bani Nasser"),
        ("José María Cano", "Jose Cano"),
        ("William ole Ntimama", "William Ntimama"),
        ("Bingu wa Mutharika", "Bingu Mutharika"),
        ("Joseph R. Harmon", "Joe Harmon"),
        ("Pieter van der Merwe", "Pieter Merwe"),
        ("Sergei Petrov", "Serhii Petrov"),
        ("Amit Das", "Das"),
        ("Rana bint Salem Haddad", "Rana Haddad"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    """Spellings, particles, nicknames, second surnames and family names in front are one person's."""
    assert may_be_same(one, other)
    assert may_be_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Campbell", "Kim Jong-un"),
        ("Park Jin", "Park Joo-min"),
        ("John Harmon", "Jane Harmon"),
        ("John Harmon", "John Harmon Jr."),
        ("Alexandra Lund", "Alexander Lund"),
        ("Park Hoon", "Jin"),
        ("George W. Reed", "George H. Reed"),
        ("Nicolás Rivas", "Nicolás Moros"),
        ("Rana bint Salem bin Omar Al Haddad", "Salem bin Omar Al Haddad"),
        ("Amit Das", "Amit Rao"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    """One surname or one given name does not make one person."""
    assert not may_be_same(one, other)


def test_a_key_is_one_for_all_spellings() -> None:
    """The key by which rows of several articles meet does not hang on how a name is written."""
    assert person_key("Yoon Suk Yeol") == person_key("Yoon Suk-yeol")
    assert person_key("Vladimir Zelensky") == person_key("Volodymyr Zelenskyy")
    assert person_key("Mohamed Ali") == person_key("Muhammad Ali")
