"""Where a file lies: on this machine, or on another one across a network."""

from pathlib import Path

_NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afs", "beegfs", "ceph", "cifs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
    | {"fuse.glusterfs", "fuse.rclone", "fuse.sshfs"}
)


def is_on_network(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Return whether `path` lies on a network file system, as far as this machine tells."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    found = {fields[1]: fields[2] for fields in map(str.split, lines) if len(fields) > 2}  # noqa: PLR2004 (device, folder, kind …)
    nearest = next((str(folder) for folder in path.parents if str(folder) in found), "")
    return found.get(nearest, "") in _NETWORK_FILE_SYSTEMS
