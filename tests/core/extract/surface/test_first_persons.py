"""What speakers say that they themselves will do or have done, in the languages that no parser reads."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

SAID = [
    ("es", "«Vamos a construir una escuela», dijo la ministra Rosa Quispe.", "planned"),
    ("es", "«Pagaremos los sueldos en mayo», dijo la ministra Rosa Quispe.", "planned"),
    ("es", "«Hemos donado 20.000 dosis», dijo la ministra Rosa Quispe.", "delivered"),
    ("pt", "“Vamos construir três escolas”, disse a ministra Rosa Quispe.", "planned"),
    ("pt", "“Vamos investir 20 milhões de euros”, disse a ministra Rosa Quispe.", "planned"),
    ("uk", "«Ми передамо громаді 20 автобусів», – сказала міністерка Олена Липа.", "planned"),
    ("fr", "« Nous allons construire trois écoles », a dit la ministre Rosa Quispe.", "planned"),
]


@pytest.mark.parametrize(("language", "sentence", "kind"), SAID)
def test_an_auxiliary_or_ending_tells_that_the_speaker_acts(language: str, sentence: str, kind: str) -> None:
    """Who says "we shall" is the one who acts; the auxiliary itself is nobody."""
    (commitment,) = read(language, sentence).commitments
    assert (commitment.kind, commitment.actor) == (kind, "Олена Липа" if language == "uk" else "Rosa Quispe")


OF_OTHERS = [
    ("es", "«Los vecinos van a construir una escuela», dijo la ministra Rosa Quispe.", {"Los vecinos"}),
    ("es", "«Retiremos la basura y miremos al mar», dijo la ministra Rosa Quispe.", set()),
]


@pytest.mark.parametrize(("language", "sentence", "actors"), OF_OTHERS)
def test_others_and_a_mere_call_are_not_the_speaker_s_undertaking(
    language: str, sentence: str, actors: set[str]
) -> None:
    """What others will do is theirs; "let us" promises nothing."""
    assert {commitment.actor for commitment in read(language, sentence).commitments} == actors
