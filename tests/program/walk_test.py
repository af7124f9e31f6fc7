"""A person registers, proves the address, signs in, changes the password and leaves: on both
databases, through the native surface and through Starview's."""
import re
import unittest

from program import UNLIMITED, Browser, Program, fresh_postgresql

OLD, NEW = "Correct.Horse7", "Battery.Staple8"


def link_in(mail):
    return re.search(r"https?://[^/\s]+(/accounts/confirm-email/[a-z0-9]{64}/)", mail["text"]).group(1)


def mails(browser):
    return browser.ask("GET", "/v1/dev/outbox").json["items"]


class Walk:
    """The walk itself; the classes below say on which database."""

    database = ""

    @classmethod
    def setUpClass(cls):
        cls.site = Program(database=cls.make_database(), env=UNLIMITED)
        cls.site.start()

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()
        cls.site.home.cleanup()

    @classmethod
    def make_database(cls):
        return ""

    def browser(self):
        return Browser(self.site.port)

    def register(self, name):
        person = self.browser()
        answer = person.ask("POST", "/v1/accounts",
                            {"handle": name, "email": f"{name}@example.org", "password": OLD})
        self.assertEqual(answer.status, 201, answer.body)
        return person

    def verified(self, name):
        person = self.register(name)
        mail = next(m for m in mails(person) if m["to"] == f"{name}@example.org")
        self.assertEqual(person.ask("GET", link_in(mail)).status, 302)
        return person

    def signed_in(self, name):
        person = self.verified(name)
        answer = person.ask("POST", "/v1/sessions", {"identifier": name, "password": OLD})
        self.assertEqual(answer.status, 200, answer.body)
        return person

    def test_native_walk(self):
        person = self.register("walker")
        early = person.ask("POST", "/v1/sessions", {"identifier": "walker", "password": OLD})
        self.assertEqual((early.status, early.json["code"]), (403, "email_not_verified"))

        mail = next(m for m in mails(person) if m["to"] == "walker@example.org")
        confirmed = person.ask("GET", link_in(mail))
        self.assertEqual(confirmed.status, 302)
        self.assertTrue(dict(confirmed.headers)["Location"].startswith("/email-verified?success="))
        person.ask("GET", link_in(mail).rstrip("/"))
        again = person.ask("GET", link_in(mail))
        self.assertEqual(dict(again.headers)["Location"], "/email-confirm-error?error=expired")

        login = person.ask("POST", "/v1/sessions", {"identifier": "walker", "password": OLD})
        self.assertEqual(login.status, 200, login.body)
        self.assertIsNone(login.json["token"], "a page must never see the session's secret")
        self.assertEqual(set(login.cookies()), {"sessionid", "csrftoken"})
        self.assertEqual(person.ask("GET", "/v1/accounts/me").json["handle"], "walker")

        change = {"current_password": OLD, "new_password": NEW}
        for wrong in (False, "x" * 32, "y" * 64):
            refused = person.ask("PUT", "/v1/accounts/me/password", change, csrf=wrong)
            self.assertEqual((refused.status, refused.json["code"]), (403, "csrf_failed"))
        before = dict(person.jar)
        changed = person.ask("PUT", "/v1/accounts/me/password", change)
        self.assertEqual(changed.status, 200, changed.body)
        self.assertNotEqual(person.jar["sessionid"], before["sessionid"])

        out = person.ask("DELETE", "/v1/sessions/current")
        self.assertEqual(out.status, 200, out.body)
        for dead in (before, {**before, "sessionid": person.jar.get("sessionid", "none")}):
            ghost = self.browser()
            ghost.jar = dead
            self.assertEqual(ghost.ask("GET", "/v1/accounts/me").status, 401)
        old = person.ask("POST", "/v1/sessions", {"identifier": "walker", "password": OLD})
        self.assertEqual(old.status, 401)
        new = person.ask("POST", "/v1/sessions", {"identifier": "walker@example.org", "password": NEW})
        self.assertEqual(new.status, 200, new.body)
        said = self.site.said()
        for secret in (OLD, NEW, link_in(mail).split("/")[3], before["sessionid"], before["csrftoken"],
                       "walker@example.org"):
            self.assertNotIn(secret, said, "the log must not tell it")

    def test_starview_walk(self):
        person = self.browser()
        form = {"username": "Vera", "email": "Vera@Example.org", "first_name": "Vera",
                "last_name": "Rubin", "password1": OLD, "password2": OLD}
        answer = person.ask("POST", "/api/auth/register/", form)
        self.assertEqual((answer.status, answer.json["requires_verification"]), (201, True))
        login = {"username": "VERA@example.org", "password": OLD, "next": "/explore", "remember_me": True}
        early = person.ask("POST", "/api/auth/login/", login)
        self.assertEqual((early.status, early.json["email"], early.json["requires_verification"]),
                         (403, "Vera@Example.org", True))
        mail = next(m for m in mails(person) if m["to"] == "Vera@Example.org")
        self.assertTrue(mail["subject"].startswith("[Starview] "))
        self.assertIn("3 days", mail["text"])
        person.ask("GET", link_in(mail))

        answer = person.ask("POST", "/api/auth/login/", login)
        self.assertEqual((answer.status, answer.json["redirect_url"]), (200, "/explore"), answer.body)
        session = next(v for n, v in answer.headers if n == "Set-Cookie" and v.startswith("sessionid="))
        for word in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"):
            self.assertIn(word, session)
        status = person.ask("GET", "/api/auth/status/").json
        self.assertEqual((status["authenticated"], status["user"]["username"], status["user"]["email"]),
                         (True, "vera", "vera@example.org"))

        refused = person.ask("POST", "/api/auth/logout/", csrf="wrong")
        self.assertEqual((refused.status, refused.json["error_code"]), (403, "PERMISSION_DENIED"))
        self.assertTrue(refused.json["detail"].startswith("CSRF Failed:"))
        changed = person.ask("PATCH", "/api/users/me/update-password/",
                             {"current_password": OLD, "new_password": NEW})
        self.assertEqual(changed.status, 200, changed.body)
        kept = dict(person.jar)
        out = person.ask("POST", "/api/auth/logout/")  # no body, no content type, as the client does
        self.assertEqual((out.status, out.json["redirect_url"]), (200, "/"))
        ghost = self.browser()
        ghost.jar = kept
        self.assertEqual(ghost.ask("GET", "/api/auth/status/").json, {"authenticated": False, "user": None})
        self.assertEqual(ghost.ask("POST", "/api/auth/logout/").status, 401)

    def test_changing_the_password_ends_other_sessions(self):
        first = self.signed_in("twobrowsers")
        second = self.browser()
        second.ask("POST", "/v1/sessions", {"identifier": "twobrowsers", "password": OLD})
        answer = second.ask("PUT", "/v1/accounts/me/password",
                            {"current_password": OLD, "new_password": NEW})
        self.assertEqual(answer.json["sessions_ended"], 1)
        self.assertEqual(first.ask("GET", "/v1/accounts/me").status, 401)
        self.assertEqual(second.ask("GET", "/v1/accounts/me").status, 200)

    def test_the_fifth_wrong_password_locks_the_name(self):
        person = self.verified("lockme")
        for name, known in (("lockme", True), ("nobody-at-all", False)):
            wrong = {"identifier": name, "password": "Wrong.Horse7"}
            got = [person.ask("POST", "/v1/sessions", wrong).json["code"] for _ in range(6)]
            self.assertEqual(got, ["bad_credentials"] * 4 + ["login_locked"] * 2, name)
        right = person.ask("POST", "/v1/sessions", {"identifier": "LockMe", "password": OLD})
        self.assertEqual((right.status, right.json["code"]), (403, "login_locked"))
        self.assertGreater(int(dict(right.headers)["Retry-After"]), 3_500)

    def test_a_used_address_is_told_apart_only_where_the_contract_asks(self):
        person = self.verified("firstowner")
        strict = person.ask("POST", "/v1/accounts", {"handle": "second", "email": "firstowner@example.org",
                                                     "password": OLD})
        fresh = person.ask("POST", "/v1/accounts", {"handle": "third", "email": "third@example.org",
                                                    "password": OLD})
        self.assertEqual(strict.status, fresh.status)
        self.assertEqual(strict.json.keys(), fresh.json.keys())
        owner = next(m for m in mails(person) if m["to"] == "firstowner@example.org")
        self.assertIn("already", owner["subject"])
        form = {"username": "fourth", "email": "firstowner@example.org", "first_name": "A",
                "last_name": "B", "password1": OLD, "password2": OLD}
        told = person.ask("POST", "/api/auth/register/", form)
        self.assertEqual((told.status, list(told.json["errors"])), (400, ["email"]))

    def test_bad_input_is_refused_and_changes_nothing(self):
        person = self.browser()
        good = {"handle": "strict", "email": "strict@example.org", "password": OLD}
        cases = [({**good, "role": "admin"}, "unknown_field"), ({**good, "handle": 7}, "bad_field"),
                 ({**good, "email": "no"}, "invalid_email"), ({**good, "password": "weak"}, "weak_password"),
                 ({**good, "handle": "ad min"}, "invalid_handle"), ({**good, "handle": "admin"}, "handle_reserved"),
                 ({"email": "strict@example.org"}, "missing_field"), ([], "not_an_object")]
        for body, code in cases:
            answer = person.ask("POST", "/v1/accounts", body)
            self.assertEqual((answer.status, answer.json["code"]), (400, code), body)
        for raw, code in ((b'{"a":1,"a":2}', "duplicate_key"), (b'{"a":1e400}', "unfit_number"),
                          (b'{"a":"\\u0000"}', "unfit_text"), (b'{"a":"\\ud800"}', "bad_json"),
                          (b'{"a":"\xff"}', "bad_json"), (b"[" * 33 + b"]" * 33, "json_too_deep"),
                          (b"{} {}", "bad_json")):
            answer = person.ask("POST", "/v1/accounts", raw, headers={"Content-Type": "application/json"})
            self.assertEqual((answer.status, answer.json["code"]), (400, code), raw)
        typed = person.ask("POST", "/v1/accounts", "{}", headers={"Content-Type": "text/plain"})
        self.assertEqual(typed.status, 415)
        self.assertEqual(person.ask("POST", "/v1/accounts", good).status, 201, "nothing had been kept")

    def test_a_strange_browser_name_is_no_trouble(self):
        for number, agent in enumerate(("caf\xe9/1.0", "a" * 255 + "\xc3\xa9", "\xff" * 300)):
            person = self.browser()
            name = {"User-Agent": agent}
            body = {"handle": f"odd{number}", "email": f"odd{number}@example.org", "password": OLD}
            self.assertEqual(person.ask("POST", "/v1/accounts", body, headers=name).status, 201)
            wrong = {"identifier": f"odd{number}", "password": "Wrong.Horse7"}
            self.assertEqual(person.ask("POST", "/v1/sessions", wrong, headers=name).status, 401)

    def test_foreign_pages_may_not_write(self):
        person = self.signed_in("guarded")
        for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"},
                        {"Sec-Fetch-Site": "cross-site"}, {"Referer": "https://evil.example/x"}):
            answer = person.ask("DELETE", "/v1/sessions/current", headers=headers)
            self.assertEqual((answer.status, answer.json["code"]), (403, "foreign_origin"), headers)
        own = {"Origin": f"http://127.0.0.1:{self.site.port}"}
        self.assertEqual(person.ask("DELETE", "/v1/sessions/current", headers=own).status, 200)

    def test_health_and_documents(self):
        person = self.browser()
        self.assertEqual(person.ask("GET", "/livez").status, 200)
        self.assertEqual(person.ask("GET", "/readyz").json["status"], "ready")
        self.assertEqual(person.ask("GET", "/health/").json["checks"]["database"], "ok")
        doc = person.ask("GET", "/v1/openapi.json").json
        self.assertEqual(doc["openapi"], "3.1.0")
        self.assertEqual(doc["paths"]["/v1/sessions"]["post"]["operationId"], "log_in")
        self.assertEqual(person.ask("GET", "/v1/docs").status, 200)
        wrong = person.ask("PUT", "/v1/sessions")
        self.assertEqual((wrong.status, dict(wrong.headers)["Allow"]), (405, "POST, OPTIONS"))
        self.assertEqual(person.ask("GET", "/v1/nowhere").status, 404)
        self.assertEqual(person.ask("GET", "/api/auth/status").status, 301)

    def test_moon(self):
        person = self.browser()
        moon = person.ask("GET", "/v1/sky/moon?at=2026-11-24T14:53:00Z").json
        self.assertGreater(moon["illumination"], 0.995)
        calendar = person.ask("GET", "/api/moon-phases/?start_date=2026-11-20&end_date=2026-11-22").json
        self.assertEqual([day["date"] for day in calendar["daily"]],
                         ["2026-11-20", "2026-11-21", "2026-11-22"])
        self.assertEqual(calendar["key_dates"]["next_full_moon"], "2026-11-24")
        wrong = person.ask("GET", "/api/moon-phases/?start_date=2026-11-22&end_date=2026-11-20")
        self.assertEqual((wrong.status, wrong.json["error"]), (400, "validation_error"))


class OnSqlite(Walk, unittest.TestCase):
    pass


class OnPostgresql(Walk, unittest.TestCase):
    @classmethod
    def make_database(cls):
        return fresh_postgresql()


if __name__ == "__main__":
    unittest.main(verbosity=2)
