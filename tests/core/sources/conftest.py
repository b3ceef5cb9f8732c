"""An ordinary article to hide in odd files."""

from __future__ import annotations

import pytest


@pytest.fixture
def prose() -> str:
    """Three paragraphs of a plain English report."""
    return (
        "LISBON — Ministers of nine countries met in Lisbon on Tuesday to agree on a common plan for the ports of the "
        "region, which have been overloaded since the spring.\n"
        "“We have waited for this day for three years,” said Maria Lopes, the minister of transport, who opened the "
        "meeting. “Now the work begins.”\n"
        "The plan will cost about 2 billion euros, and each of the nine countries is to pay its share before the end "
        "of next year, according to the ministry.\n"
    )


@pytest.fixture
def ukrainian() -> str:
    """Two paragraphs of a plain Ukrainian report."""
    return (
        "Міністр оборони України заявив у вівторок, що країна потребує більше засобів протиповітряної оборони, і "
        "подякував партнерам за допомогу.\n"
        "«Ми вдячні кожному, хто підтримує нас у цей час», — сказав він під час зустрічі, яка відбулася в Києві.\n"
    )
