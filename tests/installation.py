"""A database of its own for real processes that use it together, meet and are killed."""

import multiprocessing
import sqlite3
import uuid
from contextlib import closing

import psycopg

OURS = ("papers_", "plans_", "decisions_", "audit_")
# Its processes are forked from one that has read the dictionary and Granvik's papers, and has no threads.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.importers"])


class Installation:
    def __init__(self, home, server=None):
        self.server = server
        if server:
            self.name = f"installation_{uuid.uuid4().hex}"
            self._tell_server(f"CREATE DATABASE {self.name}")
            engine = {"ENGINE": "django.db.backends.postgresql", "USER": "postgres", "HOST": server}
            self.database = engine | {"NAME": self.name, "OPTIONS": {}}
        else:
            self.name = f"{home / 'forebygg.sqlite3'}"
            self.database = {"NAME": self.name}

    def close(self):
        if self.server:
            self._tell_server(f"DROP DATABASE {self.name} WITH (FORCE)")

    def start(self, act, *arguments):
        """A process that acts here, one of `tests.importers`."""
        return Act(self.database, act, arguments)

    def run(self, act, *arguments):
        """What came of an act that ran to its end."""
        return self.start(act, *arguments).heard()

    def counts(self):
        """How many rows each table of ours has."""
        with closing(self._connect()) as database:
            if self.server:
                tables = database.execute("SELECT tablename FROM pg_tables").fetchall()
            else:
                tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {
                table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for (table,) in tables
                if table.startswith(OURS)
            }

    def _connect(self):
        if self.server:
            return psycopg.connect(host=self.server, user="postgres", dbname=self.name)
        return sqlite3.connect(self.name)

    def _tell_server(self, statement):
        with psycopg.connect(host=self.server, user="postgres", autocommit=True) as connection:
            connection.execute(statement)


class Act:
    """A process at work: it says how far it has come and waits to go on, and says at last what came of it."""

    def __init__(self, database, act, arguments):
        self._pipe, theirs = PROCESSES.Pipe()
        self.process = PROCESSES.Process(target=act, args=(theirs, database, *arguments), daemon=True)
        self.process.start()
        theirs.close()

    def heard(self):
        """What it says next; an error that ended it is raised here."""
        assert self._pipe.poll(120), "the process says nothing"
        said = self._pipe.recv()
        if isinstance(said, Exception):
            raise said
        return said

    def go_on(self):
        self._pipe.send("go on")

    def kill(self):
        """As the system kills: at once, whatever it was doing."""
        self.process.kill()
        self.process.join(30)
        assert self.process.exitcode == -9
