"""Keys to articles that lie elsewhere: places for words, and back."""

from __future__ import annotations

from tools.quality.newspapers import packed, unpacked

TEXT = "Minister Amina  Odhiambo opened\nthe forum. “We will build two ports,” she said."
KEY = {
    "id": "one.txt",
    "event": {"name": "the forum", "place": None, "when_as_written": None},
    "people": [
        {"name": "Amina Odhiambo", "role": "Minister", "country": "KE", "modes": ["in_person"], "aliases": ["Odhiambo"]}
    ],
    "commitments": [{"anchor": "will build two ports", "kinds": ["pledged", "planned"], "actors": ["she", "Kenya"]}],
    "quotes": [{"anchor": "We will build", "speaker": "Amina Odhiambo"}],
}


def test_a_key_holds_places_and_gives_back_the_words() -> None:
    """What the article says is not in the file; what it does not say is."""
    file = packed(KEY, TEXT)
    assert file["people"] == [
        {"name": [9, 24], "role": [0, 8], "country": "KE", "modes": ["in_person"], "aliases": [[16, 24]]}
    ]
    assert file["commitments"][0]["actors"] == [[70, 73], "Kenya"]  # type: ignore[index]
    assert unpacked(file, TEXT) == KEY
