"""The front door: one function per thing a user can ask for, and the only place that picks concrete classes.

Importing it costs nothing: each function opens only the rooms that it needs, so listing templates loads no parser.
"""

from __future__ import annotations

from briefing.app import briefs, deciding, finding, press
from briefing.app.checking import verify
from briefing.app.composing import compose, records
from briefing.app.offers import (
    all_sections,
    copy_template,
    locales,
    samples,
    sections,
    template_sections,
    templates,
    user_templates,
    with_own,
)
from briefing.app.press import export_brief
from briefing.app.printing import done_in_part, export, today
from briefing.app.work import STANDARD_INPUT, Work

__all__ = [
    "STANDARD_INPUT",
    "Work",
    "all_sections",
    "briefs",
    "compose",
    "copy_template",
    "deciding",
    "done_in_part",
    "export",
    "export_brief",
    "finding",
    "locales",
    "press",
    "records",
    "samples",
    "sections",
    "template_sections",
    "templates",
    "today",
    "user_templates",
    "verify",
    "with_own",
]
