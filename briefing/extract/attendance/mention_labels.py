"""Names that open a line as its speaker's label."""

from __future__ import annotations

import re

from briefing.extract.reference.cast import Cast, Mention

_TITLE = 4
_END = re.compile(r"\s?(?:[(\[][^)\]\n]{1,60}[)\]])?(?:, [A-Z][^.:\n]{1,60})?\s?:(?!\S)")


def opens_as_label(cast: Cast, mention: Mention) -> bool:
    """Whether the name opens a line as its speaker's label: "Peter Kimosop (Majority Leader): Thank you"."""
    tokens = cast.parse.tokens
    paragraph = cast.parse.paragraphs[tokens[mention.first].paragraph]
    if mention.first - paragraph.first > _TITLE:
        return False
    return _END.match(cast.parse.article.text[tokens[mention.last - 1].end : paragraph.end]) is not None
