"""A template copied into the user's own folder, to be changed there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from briefing.layout.templates import folder_of
from briefing.model.errors import NothingDone, UsageError

_NAME = re.compile(r"[\w-]{1,64}")
# Windows keeps these for devices, whatever their ending.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def copy_template(name: str, new: str, user_folder: Path) -> Path:
    """Copies template `name` to `user_folder` as `new` and returns its folder there.

    Raises `UsageError` for an unknown template, a name that cannot be one or is taken; `NothingDone` where the
    folder cannot be written.
    """
    if not _NAME.fullmatch(new) or _RESERVED.fullmatch(new):
        raise UsageError("bad-template-name", name=new)
    source = folder_of(name, user_folder)
    target = user_folder / new
    if target.exists():
        raise UsageError("template-exists", name=new, path=str(target))
    try:
        shutil.copytree(source, target)
    except OSError as failure:
        raise NothingDone("cannot-write", path=str(target), reason=failure.strerror or str(failure)) from failure
    return target
