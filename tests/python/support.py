"""What the tests of the Python module share."""
import contextlib
import os
import re
import sqlite3
import subprocess
import tempfile
import unittest

import asterism

PASSWORD = "Correct-horse!"


class LibraryCase(unittest.TestCase):
    """A library over a data folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="asterism-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.library = self.open()
        self.addCleanup(self.library.close)

    def open(self):
        return asterism.Library(self.folder)

    def promote(self, handle):
        """Makes an administrator, as `asterism user role` does, behind the library's back."""
        with contextlib.closing(sqlite3.connect(f"{self.folder}/asterism.db", timeout=5)) as database, database:
            database.execute("UPDATE account SET role = 'admin' WHERE handle = ?", (handle,))

    def register(self, handle="ada"):
        self.library.register_account(handle=handle, email=f"{handle}@example.org", password=PASSWORD)

    def newest_token(self):
        text = self.library.read_outbox(limit=1)["items"][0]["text"]
        return re.search(r"/([a-z0-9]{64})/", text)[1]

    def member(self, handle="ada"):
        """Somebody who can sign in."""
        self.register(handle)
        self.library.verify_email(token=self.newest_token())
        return handle

    def refused(self, kind, code, field=None):
        return Refusal(self, kind, code, field)


@unittest.skipUnless("ASTERISM_TEST_POSTGRESQL" in os.environ, "ASTERISM_TEST_POSTGRESQL names no database")
class OnPostgresql:
    """Mixed into a case, it runs on PostgreSQL: in a schema of its own."""

    def open(self):
        schema = f"python_{os.getpid()}_{self.id().rpartition('.')[2]}"[:63].lower()
        self.cluster = os.environ["ASTERISM_TEST_POSTGRESQL"]
        self.psql(f"CREATE SCHEMA {schema}")
        self.addCleanup(self.psql, f"SET client_min_messages = error; DROP SCHEMA {schema} CASCADE")
        self.schema = schema
        sign = "&" if "?" in self.cluster else "?"
        return asterism.Library(database=f"{self.cluster}{sign}options=-csearch_path%3D{schema}")

    def psql(self, text):
        subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-d", self.cluster, "-c", text], check=True)

    def promote(self, handle):
        self.psql(f"UPDATE {self.schema}.account SET role = 'admin' WHERE handle = '{handle}'")


class Refusal:
    """Within it a refusal of this kind and code is raised, about this field."""

    def __init__(self, case, kind, code, field):
        self.case, self.wanted = case, (kind, code, field)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.case.assertIsInstance(error, asterism.Refused, "nothing was refused")
        field = error.fields[0].field if error.fields else None
        self.case.assertEqual((kind, error.code, field), self.wanted)
        self.error = error
        return True
