"""Contract §11.2 and §11.3, and §11.6 on addresses and passwords: coming in, being kept out, moving."""
import re

from shapes import exactly
from starview_case import Case
from starview_shapes import PRIVATE_USER
from starview_site import PASSWORD, confirmation

OTHER = "Battery.Staple8"
FORM = {"username": "vera", "email": "Vera@Example.org", "first_name": "Vera", "last_name": "Rubin",
        "password1": PASSWORD, "password2": PASSWORD}
REGISTERED = exactly(detail="filled", email_sent="flag", requires_verification="flag")


class Entry(Case):
    people = ("ada", "ben")

    def test_from_the_form_to_the_way_out(self):
        vera = self.site.visitor()
        self.told(vera.post("/api/auth/register/", FORM, Content_Type="application/json"), 201, REGISTERED)
        self.assertEqual(vera.jar, {}, "nobody is signed in by registering")
        early = self.told(vera.log_in("vera", PASSWORD), 403, exactly(detail="filled", email="filled", requires_verification="flag"))
        self.assertIn("verif", early["detail"].lower())
        self.assertEqual(early["email"].lower(), "vera@example.org")
        (mail,) = self.site.mails("vera@example.org")
        self.assertTrue(mail["subject"].startswith("[Starview] "))
        link = confirmation(mail["text"])
        got = vera.get(link)
        self.assertEqual(got.status, 302)
        self.assertRegex(got.header("Location"), r"^/email-verified\?success=.+")
        got = vera.get(link)
        self.assertEqual((got.status, got.header("Location")), (302, "/email-confirm-error?error=expired"))
        got = self.told(vera.log_in("VERA", PASSWORD, next="/explore"), 200, exactly(detail="filled", redirect_url="filled"))
        self.assertEqual(got["redirect_url"], "/explore")
        status = self.told(vera.get("/api/auth/status/"), 200).json
        self.assertTrue(status["authenticated"])
        self.assertEqual((status["user"]["username"], status["user"]["email"]), ("vera", "vera@example.org"))
        again = self.site.visitor()
        self.told(again.log_in("Vera@Example.org", PASSWORD, remember_me=True), 200)
        for wrong in (False, "x" * 32, vera.jar["csrftoken"]):
            body = self.refused(again.ask("POST", "/api/auth/logout/", csrf=wrong), 403)
            self.assertTrue(body["detail"].startswith("CSRF Failed:"), body)
        foreign = again.ask("POST", "/api/auth/logout/", Origin="https://elsewhere.example")
        self.assertTrue(self.refused(foreign, 403)["detail"].startswith("CSRF Failed:"))
        got = self.told(again.post("/api/auth/logout/"), 200, exactly(detail="filled", redirect_url="/"))
        self.assertNotIn("sessionid", again.jar)
        self.assertFalse(again.get("/api/auth/status/").json["authenticated"])
        self.refused(again.post("/api/auth/logout/"), 401)
        self.assertTrue(vera.get("/api/auth/status/").json["authenticated"], "the other browser stays")

    def test_cookies(self):
        first = self.site.visitor()
        got = first.log_in("ada", PASSWORD)
        lines = {value.split("=")[0]: value for name, value in got.headers if name == "Set-Cookie"}
        for word in ("HttpOnly", "SameSite=Lax", "Path=/"):
            self.assertIn(word, lines["sessionid"])
        self.assertNotIn("Max-Age", lines["sessionid"], "not remembered: it ends with the browser")
        self.assertNotIn("HttpOnly", lines["csrftoken"], "the client reads it")
        self.assertIn("Max-Age=31449600", lines["csrftoken"])
        before = dict(first.jar)
        got = first.log_in("ada", PASSWORD, remember_me=True)
        self.assertIn("Max-Age=2592000", next(v for n, v in got.headers if v.startswith("sessionid=")))
        self.assertNotEqual(first.jar["sessionid"], before["sessionid"], "each log-in has a session of its own")
        self.assertNotEqual(first.jar["csrftoken"], before["csrftoken"])

    def test_where_a_log_in_leads(self):
        for wish, leads in (("", "/"), ("/login?next=/x", "/"), ("/locations/3", "/locations/3"),
                            ("https://evil.example/", "/"), ("//evil.example", "/"), ("/\\evil.example", "/"),
                            ("javascript:alert(1)", "/")):
            got = self.told(self.site.visitor().log_in("ada", PASSWORD, next=wish), 200).json
            self.assertEqual(got["redirect_url"], leads, wish)

    def test_forms_that_are_not_right(self):
        cases = [({"email": ""}, None), ({"first_name": "  "}, None), ({"password2": ""}, None),
                 ({"username": "ab"}, "username"), ({"username": "a" * 31}, "username"), ({"username": "über"}, "username"),
                 ({"username": "a.b.c"}, "username"), ({"username": "ADA"}, "username"), ({"username": "me"}, "username"),
                 ({"email": "nowhere"}, "email"), ({"email": "ada@EXAMPLE.org"}, "email"), ({"password2": OTHER}, "password2")]
        weak = ["Ab.4567", "lower.case7", "No.Digits", "NoSpecial7"]
        cases += [({"password1": word, "password2": word}, "password1") for word in weak]
        for change, field in cases:
            form = {**FORM, "username": "newcomer", "email": "newcomer@example.org", **change}
            got = self.site.visitor().post("/api/auth/register/", form)
            self.refused(got, 400, field, listed=False)
        got = self.site.visitor().post("/api/auth/register/", {**FORM, "username": "", "email": "anon@example.org"})
        self.told(got, 201, REGISTERED)
        self.assertRegex(self.site.mails("anon@example.org")[0]["text"], r"user[0-9a-f]{7}")

    def test_no_error_of_the_log_in_but_one_speaks_of_verifying(self):
        for name, word, status in (("", "", 400), ("ada", "", 400), ("ada", "Wrong.Horse7", 400), ("nobody", PASSWORD, 400)):
            body = self.refused(self.site.visitor().log_in(name, word), status)
            self.assertNotRegex(body["detail"].lower(), "verif")
        same = {self.site.visitor().log_in(name, "Wrong.Horse7").json["detail"] for name in ("ada", "nobody-at-all")}
        self.assertEqual(len(same), 1, "whether there is such an account is not told")
        self.told(self.site.visitor().log_in("ada", PASSWORD), 200)

    def test_the_fifth_failure_locks_and_a_reset_opens(self):
        lena = self.site.person("lena")
        got = [self.site.visitor().log_in("lena", "Wrong.Horse7").status for _ in range(5)]
        self.assertEqual(got, [400] * 4 + [403])
        for name in ("lena", "lena@example.org"):
            body = self.refused(self.site.visitor().log_in(name, PASSWORD), 403)
            self.assertNotRegex(body["detail"].lower(), "verif")
        self.told(lena.get("/api/users/me/"), 200, PRIVATE_USER)
        asked = self.site.visitor().post("/api/auth/password-reset/", {"email": "LENA@example.org"})
        self.told(asked, 200, exactly(detail="filled", email_sent="flag"))
        link = re.search(r"/password-reset-confirm/([^/\s]+)/([^/\s]+)/", self.site.mails("lena@example.org")[0]["text"])
        confirm = "/api/auth" + link.group()
        for form, field in (({"password1": "", "password2": ""}, "password1"), ({"password1": OTHER, "password2": "x"}, "password2"),
                            ({"password1": "weak", "password2": "weak"}, "password1")):
            self.refused(self.site.visitor().post(confirm, form), 400, field, listed=False)
        new = {"password1": OTHER, "password2": OTHER}
        for uid, token in (("!!", link[2]), (link[1], "not-the-token"), ("OTk5OTk5", link[2])):
            self.refused(self.site.visitor().post(f"/api/auth/password-reset-confirm/{uid}/{token}/", new), 400)
        self.told(self.site.visitor().post(confirm, new), 200, exactly(detail="filled", success="flag"))
        self.refused(self.site.visitor().post(confirm, new), 400)
        self.told(self.site.visitor().log_in("lena", OTHER), 200)
        self.refused(self.site.visitor().log_in("lena", PASSWORD), 400)

    def test_a_reset_does_not_tell_who_is_here(self):
        bodies = {self.told(self.site.visitor().post("/api/auth/password-reset/", {"email": mail}), 200).body
                  for mail in ("ada@example.org", "nobody@example.org")}
        self.assertEqual(len(bodies), 1)
        for mail in ("", "nowhere"):
            self.refused(self.site.visitor().post("/api/auth/password-reset/", {"email": mail}), 400)

    def test_a_link_is_mailed_again(self):
        olga = self.site.register("olga")
        old = confirmation(self.site.mails("olga@example.org")[0]["text"])
        got = olga.post("/api/auth/resend-verification/", {"email": "olga@example.org"}, csrf=False)
        self.told(got, 200, exactly(detail="filled", email_sent="flag"))
        new = confirmation(self.site.mails("olga@example.org")[0]["text"])
        self.assertNotEqual(old, new)
        self.assertEqual(olga.get(old).header("Location"), "/email-confirm-error?error=expired", "only the newest works")
        self.assertIn("/email-verified?success=", olga.get(new).header("Location"))
        done = olga.post("/api/auth/resend-verification/", {"email": "olga@example.org"})
        self.assertIn("already verified", self.refused(done, 400)["detail"].lower())
        self.told(self.site.visitor().post("/api/auth/resend-verification/", {"email": "nobody@example.org"}), 200)
        self.refused(self.site.visitor().post("/api/auth/resend-verification/", {"email": "nowhere"}), 400)

    def test_the_sixth_log_in_within_a_minute_waits(self):
        visitor = self.site.visitor()
        got = [visitor.log_in(f"nobody-{at}", PASSWORD) for at in range(6)]
        self.assertEqual([each.status for each in got], [400] * 5 + [429])
        body = self.refused(got[5], 429)
        self.assertTrue(0 < body["retry_after"] <= 60, body)
        self.assertEqual(got[5].header("Retry-After"), str(body["retry_after"]))
        for path, form in (("register", FORM), ("resend-verification", {"email": "x@example.org"})):
            self.refused(visitor.post(f"/api/auth/{path}/", form), 429)
        self.told(visitor.get("/api/auth/status/"), 200)
        self.told(self.site.visitor().log_in("ada", PASSWORD), 200)

    def test_resets_share_a_limit_of_three(self):
        visitor = self.site.visitor()
        got = [visitor.post("/api/auth/password-reset/", {"email": f"nobody{at}@example.org"}).status for at in range(4)]
        self.assertEqual(got, [200] * 3 + [429])


class Moving(Case):
    """§4.4 and §3.7: another address, another password, another name."""

    people = ("ada", "mona", "nora")

    def test_a_new_address_counts_once_it_is_proved(self):
        mona = self.person("mona")
        change = "/api/users/me/update-email/"
        for wrong in ("", "nowhere", "MONA@example.org", "ada@example.org"):
            self.refused(mona.patch(change, {"new_email": wrong}), 400)
        got = self.told(mona.patch(change, {"new_email": "mona@new.example"}), 200,
                        exactly(detail="filled", new_email="filled", verification_required="flag"))
        self.assertEqual((got["new_email"], got["verification_required"]), ("mona@new.example", True))
        self.assertTrue(any("mona@new.example" in mail["text"] for mail in self.site.mails("mona@example.org")))
        self.assertEqual(mona.get("/api/users/me/").json["email"], "mona@example.org")
        got = mona.get(confirmation(self.site.mails("mona@new.example")[0]["text"]))
        self.assertIn("/email-verified?success=", got.header("Location"))
        self.assertEqual(mona.get("/api/users/me/").json["email"], "mona@new.example")
        self.told(self.site.visitor().log_in("mona@new.example", PASSWORD), 200)
        self.refused(self.site.visitor().log_in("mona@example.org", PASSWORD), 400)

    def test_a_new_password_keeps_this_session_and_ends_the_others(self):
        nora, other = self.person("nora"), self.site.visitor()
        self.told(other.log_in("nora", PASSWORD), 200)
        change = "/api/users/me/update-password/"
        for wrong in ({}, {"new_password": OTHER}, {"new_password": OTHER, "current_password": "Wrong.Horse7"},
                      {"new_password": "weak", "current_password": PASSWORD}):
            self.refused(nora.patch(change, wrong), 400)
        self.told(nora.patch(change, {"new_password": OTHER, "current_password": PASSWORD}), 200, exactly(detail="filled"))
        self.told(nora.get("/api/users/me/"), 200, PRIVATE_USER)
        self.refused(other.get("/api/users/me/"), 401)

    def test_names_and_preferences(self):
        ada = self.person("ada")
        rows = [("update-name", {"first_name": "Ada", "last_name": "King"}, {"first_name": "Ada", "last_name": "King"}),
                ("update-bio", {"bio": "Counts <stars> & more"}, {"bio": "Counts <stars> & more"}),
                ("update-bio", {"bio": "x" * 500}, {"bio": "x" * 500}), ("update-bio", {"bio": ""}, {"bio": ""}),
                ("update-unit-preference", {"unit_preference": "imperial"}, {"unit_preference": "imperial"})]
        rows += [("update-language-preference", {"language_preference": code}, {"language_preference": kept})
                 for code, kept in (("pt-BR", "pt-BR"), ("zh-cn", "zh-CN"), ("JA", "ja"), ("en", "en"))]
        for path, sent, kept in rows:
            got = self.told(ada.patch(f"/api/users/me/{path}/", sent), 200, {"detail": "filled"})
            me = ada.get("/api/users/me/").json
            for key, value in kept.items():
                self.assertEqual((got[key], me[key]), (value, value), path)
        wrong = [("update-name", {"first_name": "", "last_name": "King"}), ("update-name", {"last_name": "King"}),
                 ("update-bio", {"bio": "x" * 501}), ("update-unit-preference", {"unit_preference": "cubits"}),
                 ("update-language-preference", {"language_preference": "tlh"}), ("update-username", {}),
                 ("update-username", {"new_username": "mona"}), ("update-username", {"new_username": "a b"}),
                 ("update-username", {"new_username": "me"})]
        for path, sent in wrong:
            self.refused(ada.patch(f"/api/users/me/{path}/", sent), 400)
        got = self.told(self.person("nora").patch("/api/users/me/update-username/", {"new_username": "Nora2"}), 200).json
        self.assertEqual(got["username"], "nora2")
        self.person("nora").patch("/api/users/me/update-username/", {"new_username": "nora"})
