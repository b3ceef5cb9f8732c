"""Facts that the editor makes of words of an article."""

from __future__ import annotations

from briefing.dossier.by_hand import Selection, attendee, commitment, proposed_speaker, quote, select

__all__ = ["Selection", "attendee", "commitment", "proposed_speaker", "quote", "select"]
