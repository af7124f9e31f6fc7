"""Accounts as a script sees them: the same rules as over HTTP, refusals as exceptions."""
import os
import pickle
import unittest
from datetime import datetime, timedelta, timezone

import asterism
from support import PASSWORD, LibraryCase, OnPostgresql


class Accounts(LibraryCase):
    def test_from_registering_to_a_new_password(self):
        view = self.library.register_account(
            email="Ada@Example.org", handle="ada", password=PASSWORD, first_name="Ada", last_name=None)
        self.assertEqual(view, {"email": "Ada@Example.org", "verification_required": True})
        with self.refused(asterism.Forbidden, "email_not_verified"):
            self.library.log_in(identifier="ada", password=PASSWORD)
        self.assertEqual(self.library.verify_email(token=self.newest_token()), {"handle": "ada", "email": "ada@example.org"})
        before = datetime.now(timezone.utc)
        signed_in = self.library.log_in(identifier="ada@example.org", password=PASSWORD, remember=True)
        self.assertEqual(len(signed_in["token"]), 43)
        self.assertLess(signed_in["expires_at"] - before - timedelta(days=30), timedelta(minutes=1))
        changed = self.library.change_password(
            actor="ada", current_password=PASSWORD, new_password="Battery-staple!")
        self.assertEqual(changed, {"sessions_ended": 1})
        with self.refused(asterism.SignInRequired, "bad_credentials"):
            self.library.log_in(identifier="ada", password=PASSWORD)
        self.library.log_in(identifier="ada", password="Battery-staple!")

    def test_instants_are_datetimes_and_what_is_absent_is_none(self):
        self.register()
        account = self.library.who_am_i(actor="ada")
        self.assertEqual(account["created_at"].utcoffset(), timedelta())
        self.assertLess(abs(datetime.now(timezone.utc) - account["created_at"]), timedelta(minutes=1))
        self.assertIsNone(account["last_login_at"])
        self.assertIs(account["active"], True)

    def test_an_actor_is_a_handle_or_a_number_with_the_role_it_has_now(self):
        self.member("ada")
        self.member("bob")
        number = self.library.who_am_i(actor="ADA ")["id"]
        self.assertEqual(self.library.who_am_i(actor=number)["handle"], "ada")
        with self.refused(asterism.Forbidden, "admins_only"):
            self.library.list_accounts(actor="ada")
        self.promote("ada")
        page = self.library.list_accounts(actor="ada", limit=1)
        self.assertEqual([item["handle"] for item in page["items"]], ["ada"])
        self.library.lock_account(actor="ada", handle="bob")
        with self.refused(asterism.Forbidden, "actor_locked", "actor"):
            self.library.who_am_i(actor="bob")

    def test_every_family_is_an_exception_of_pythons_own_kind(self):
        self.member("ada")
        with self.refused(asterism.Invalid, "weak_password", "password") as refusal:
            self.library.register_account(email="bob@example.org", password="short")
        self.assertIsInstance(refusal.error, ValueError)
        with self.refused(asterism.SignInRequired, "sign_in_required") as refusal:
            self.library.who_am_i()
        self.assertIsInstance(refusal.error, PermissionError)
        with self.refused(asterism.Missing, "unknown_account", "actor") as refusal:
            self.library.who_am_i(actor="nobody")
        self.assertIsInstance(refusal.error, LookupError)
        with self.refused(asterism.Conflict, "handle_taken", "handle") as refusal:
            self.library.register_account(email="b@example.org", handle="ada", password=PASSWORD)
        self.assertIsInstance(refusal.error, RuntimeError)
        again = pickle.loads(pickle.dumps(refusal.error))
        self.assertEqual((type(again), str(again), vars(again)),
                         (asterism.Conflict, str(refusal.error), vars(refusal.error)))

    def test_a_lockout_says_when_to_come_back(self):
        self.member("ada")
        for _ in range(5):
            with self.assertRaises(asterism.Refused):
                self.library.log_in(identifier="ada", password="Wrong-horse!")
        with self.refused(asterism.Forbidden, "login_locked") as refusal:
            self.library.log_in(identifier="ada", password=PASSWORD)
        self.assertTrue(3500 < refusal.error.retry_after <= 3600)

    def test_a_refusal_does_not_tell_what_was_given(self):
        for call in (lambda: self.library.log_in("ada", "Hush-hush-1"),
                     lambda: self.library.log_in(identifier="ada", password="Hush-hush-1", x=1)):
            with self.assertRaises((TypeError, asterism.Invalid)) as caught:
                call()
            self.assertNotIn("Hush", str(caught.exception))


class Folders(LibraryCase):
    def test_two_libraries_share_one_folder_and_nobody_else_may_look_into_it(self):
        self.register()
        with asterism.Library(self.folder) as other:
            self.assertEqual(other.who_am_i(actor="ada")["handle"], "ada")
        fresh = os.path.join(self.folder, "new", "data")
        with asterism.Library(fresh, site_name="Elsewhere", base_url="https://stars.example/") as other:
            other.register_account(email="ada@example.org", password=PASSWORD)
            text = other.read_outbox()["items"][0]["text"]
        self.assertIn("registered at Elsewhere", text)
        self.assertIn("https://stars.example/accounts/", text)
        self.assertEqual(os.stat(fresh).st_mode & 0o777, 0o700)
        with asterism.Library(database=f"sqlite:{fresh}/asterism.db") as other:
            self.assertEqual(len(other.read_outbox()["items"]), 1)

    def test_the_rules_of_the_site_may_be_given(self):
        with asterism.Library(self.folder, passwords="asvs5") as library:
            library.register_account(email="ada@example.org", password="a long enough phrase")
        with self.refused(asterism.Invalid, "bad_field", "passwords"):
            asterism.Library(self.folder, passwords="none")
        with self.refused(asterism.Invalid, "invalid_base_url", "base_url"):
            asterism.Library(self.folder, base_url="ftp://stars.example")
        with self.refused(asterism.Invalid, "bad_field", "path"):
            asterism.Library("")

    def test_a_folder_that_cannot_be_is_an_error_of_the_system(self):
        with open(os.path.join(self.folder, "file"), "w"):
            pass
        with self.assertRaises(NotADirectoryError):
            asterism.Library(os.path.join(self.folder, "file"))
        with self.assertRaises(ValueError):
            asterism.Library("a\0b")


class AccountsOnPostgresql(OnPostgresql, Accounts):
    pass


if __name__ == "__main__":
    unittest.main()
