"""A PostgreSQL of one's own for the time of a test: Debian's package, a folder, a unix socket, no port."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

SETTINGS = "-c fsync=off -c listen_addresses='' -c max_connections=20 -c shared_buffers=16MB -c timezone=Asia/Dhaka"


class Cluster:
    """Started and stopped as a fault test wishes. As root it runs as `postgres`, which refuses root."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="jachai-pg-"))
        self.user = "postgres" if os.geteuid() == 0 else ""
        if self.user:
            owner = pwd.getpwnam(self.user)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self._run("initdb", "-D", f"{self.folder}/data", "-U", "jachai", "-A", "trust", "-E", "UTF8", "--no-sync")

    @property
    def url(self) -> str:
        """The address, as JACHAI_RECORDS takes it."""
        return f"postgresql://jachai@/postgres?host={self.folder}"

    def start(self) -> None:
        """Comes back when connections are taken."""
        self._control("start", "-o", f"-k {self.folder} {SETTINGS}", "-l", f"{self.folder}/log")

    def stop(self) -> None:
        """Drops whoever is connected."""
        self._control("stop", "-m", "immediate")

    def remove(self) -> None:
        """Stops it and deletes its folder."""
        subprocess.run(
            self._as_user("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop"), capture_output=True
        )
        shutil.rmtree(self.folder, ignore_errors=True)
        Path(f"{self.folder}.out").unlink(missing_ok=True)

    def _control(self, *arguments: str) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-t", "300", *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        # no pipe: the server would hold it open
        with (self.folder.parent / f"{self.folder.name}.out").open("w+b") as out:
            command = self._as_user(program, *arguments)
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/")
            out.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program} {arguments}: {out.read().decode()}")

    def _as_user(self, program: str, *arguments: str) -> list[str]:
        command = [str(_programs() / program), *arguments]
        return ["runuser", "-u", self.user, "--", *command] if self.user else command


def _programs() -> Path:
    """Debian keeps them off the PATH, one folder a version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise RuntimeError("Debian's package postgresql is missing; `make test` installs it")
    return found[-1].parent
