"""Writing so that a power cut leaves the old file or the new one, whole."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from pathlib import Path


def write_synced(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the folder's own list of names last; a renamed file is only there for good after this."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    for place, _, _ in os.walk(folder):
        sync_folder(Path(place))


def new_aside(tmp: Path, kind: str) -> Path:
    """A folder of one's own in `tmp`; what is left there by a killed run is thrown away by the next."""
    tmp.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{kind}-", dir=tmp))
    folder.chmod(0o755)  # mkdtemp gives 0700, and a release is for others to read
    return folder


def replace_file(path: Path, content: bytes, tmp: Path) -> None:
    aside = new_aside(tmp, "file")
    write_synced(aside / path.name, content)
    move_into_place(aside / path.name, path)
    aside.rmdir()


def move_into_place(aside: Path, path: Path) -> None:
    """Rename, and make the rename last."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside.replace(path)
    sync_folder(path.parent)
    sync_folder(path.parent.parent)


def remove_tree(folder: Path, tmp: Path) -> None:
    """Out of sight in one rename, then deleted: nobody meets half a folder."""
    aside = new_aside(tmp, "gone")
    folder.rename(aside / folder.name)
    shutil.rmtree(aside)


def append_line(path: Path, line: bytes) -> None:
    """Add the line; one that a killed process left torn is closed first, so that it spoils only itself."""
    with path.open("ab+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        end = file.seek(0, os.SEEK_END)
        file.seek(max(0, end - 1))
        torn = file.read(1) not in (b"", b"\n")
        file.write((b"\n" if torn else b"") + line + b"\n")


def link_or_copy(old: Path, new: Path) -> None:
    """The same bytes under another name; where there are no hard links, as on many shares, a copy of them."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
