"""Who is there, tokens and cookies, signing in, out and up (contract §2.3, §2.4, §3.1, §3.2), key by key."""
import re

from startupwebapp_case import Case
from startupwebapp_shapes import MEMBER_STATE, USER_VERSION, VISITOR_STATE
from startupwebapp_site import PASSWORD
from shapes import exactly

FORM = dict(firstname="Vera", lastname="Rubin", password=PASSWORD, confirm_password=PASSWORD, newsletter="true",
            remember_me="false")
RIGHT = {"firstname": True, "lastname": True, "username": True, "email-address": True, "password": True}
JOIN, JOINED = "/user/create-account", "create_account"


def lines(got, name):
    """What of a cookie the answer sets, without its value."""
    found = [value for key, value in got.headers if key.lower() == "set-cookie" and value.startswith(name + "=")]
    return [sorted(part.strip() for part in line.split(";")[1:]) for line in found]


class Marks(Case):
    def cookie_line(self, got, name):
        found = lines(got, name)
        self.assertEqual(len(found), 1, repr(got.headers))
        return found[0]

    def common(self, *more, shared=True):
        domain = [f"Domain={self.site.domain}"] if shared and self.site.domain else []
        return sorted(["Path=/", "SameSite=Lax", *domain, *more])

    def test_token(self):
        eve = self.site.visitor()
        got = eve.get("/user/token")
        body = self.told(got, exactly(USER_VERSION, token="filled"))
        self.assertRegex(body["token"], r'^<input type="hidden" name="csrfmiddlewaretoken" value="\w{32,64}">$')
        self.assertEqual(self.cookie_line(got, "csrftoken"), self.common("Max-Age=31449600"))
        self.assertRegex(eve.cookie("csrftoken"), r"^[A-Za-z0-9]{32}$")

    def test_a_visitor(self):
        eve = self.site.visitor()
        got = eve.get("/user/logged-in")
        state = self.told(got, VISITOR_STATE)
        self.assertEqual((state["logged_in"], state["cart_item_count"], state["log_client_events"]), (False, 0, True))
        self.assertEqual(self.cookie_line(got, "csrftoken"), self.common("Max-Age=31449600"))
        self.assertEqual(self.cookie_line(got, "anonymousclientevent"), self.common("Max-Age=31536000"))
        name = eve.cookie("anonymousclientevent")
        self.assertTrue(name and len(name) <= 100, name)
        self.assertEqual(lines(eve.get("/user/logged-in"), "anonymousclientevent"), [])
        eve.jar["anonymousclientevent"].value = name[:-1] + ("x" if name[-1] != "x" else "y")
        eve.get("/user/logged-in")
        self.assertNotIn(eve.cookie("anonymousclientevent")[:20], name)

    def test_in_and_out(self):
        ada = self.site.member()
        token = ada.cookie("csrftoken")
        state = self.told(ada.get("/user/logged-in"), MEMBER_STATE)
        self.assertEqual((state["logged_in"], state["email_address"]), (True, f"{ada.name}@example.org"))
        got = ada.get("/user/logout")
        self.says(got, "logout", "true")
        self.assertEqual(lines(got, "anonymousclientevent"), [self.common("Max-Age=31536000")])
        self.assertNotIn("sessionid", ada.jar)
        self.told(ada.get("/user/logged-in"), VISITOR_STATE)
        self.stranger(ada.get("/user/logout"), "logout")
        self.stranger(ada.post("/user/logout"), "logout")
        got = ada.log_in(ada.name, PASSWORD)
        self.says(got, "login", "true")
        self.assertEqual(self.cookie_line(got, "sessionid"), self.common("HttpOnly", shared=False))
        self.assertEqual(self.cookie_line(got, "csrftoken"), self.common("Max-Age=31449600"))
        self.assertNotEqual(ada.cookie("csrftoken"), token)
        self.says(ada.post("/user/logout"), "logout", "true")

    def test_who_is_remembered(self):
        ada = self.site.member()
        ada.get("/user/logout")
        got = ada.post("/user/login", username=ada.name, password=PASSWORD, remember_me="true")
        self.assertIn("Max-Age=1209600", self.cookie_line(got, "sessionid"))

    def test_wrong_names_and_passwords(self):
        name = self.site.member().name
        eve = self.site.visitor()
        for who, secret in ((name, "Wrong.Horse7"), ("nobody-here", PASSWORD), ("", ""), (name, "")):
            self.says(eve.log_in(who, secret), "login", "false")
        self.assertNotIn("sessionid", eve.jar)
        for lacks in ({"username": name}, {"username": name, "password": PASSWORD}, {}):
            self.says(eve.post("/user/login", **lacks), "login", "false", 400)
        self.says(eve.get("/user/login"), "login", "false", 400)
        self.assertNotIn("sessionid", eve.jar)

    def test_a_session_that_is_over_is_taken_away(self):
        ada = self.site.member()
        other = self.site.visitor()
        other.log_in(ada.name, PASSWORD)
        kept = other.jar["sessionid"]
        other.get("/user/logout")
        other.jar["sessionid"] = kept
        got = other.get("/user/logged-in")
        self.assertIs(got.json["logged_in"], False)
        self.assertNotIn("sessionid", other.jar)
        self.assertIs(ada.get("/user/logged-in").json["logged_in"], True)

    def test_the_token_is_asked_for(self):
        for path in ("login", "create-account", "put-chat-message", "reset-password", "logout", "token"):
            eve = self.site.visitor()
            for token in (False, "0" * 32, "0" * 64):
                self.page(eve.post("/user/" + path, csrf=token), 403)
            eve.jar.pop("csrftoken")
            self.page(eve.post("/user/" + path), 403)

    def test_the_token_of_a_session(self):
        eve = self.site.visitor()
        old = eve.cookie("csrftoken")
        self.site.member(eve)
        self.page(eve.post("/user/logout", csrf=old), 403)
        self.says(eve.post("/user/logout", csrf=False, csrfmiddlewaretoken=eve.cookie("csrftoken")), "logout", "true")

    def test_a_masked_token(self):
        """As Django's forms send it: the secret shifted by a mask, and the mask."""
        eve = self.site.visitor()
        letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        mask = (letters * 2)[7:39]
        shifted = "".join(letters[(letters.index(one) + letters.index(by)) % len(letters)]
                          for one, by in zip(eve.cookie("csrftoken"), mask))
        self.says(eve.post("/user/login", csrf=mask + shifted, username="x", password="x", remember_me="x"),
                  "login", "false")


class Joining(Case):
    def join(self, browser, **fields):
        form = {**FORM, **fields}
        form.setdefault("username", self.site.name())
        form.setdefault("email_address", form["username"] + "@example.org")
        browser.name = form["username"]
        return browser.post(JOIN, **{name: value for name, value in form.items() if value is not None})

    def refused(self, **fields):
        """What is wrong: only what is expected otherwise than right."""
        told = fields.pop("told")
        eve = self.site.visitor()
        errors = self.wrong(self.join(eve, **fields), JOINED, "false", {**RIGHT, **told})
        self.assertNotIn("sessionid", eve.jar)
        return errors

    def test_joins(self):
        eve = self.add(self.site.visitor(), self.site.clip, 2)
        got = self.join(eve, email_address="Vera.Rubin+1@Example.org")
        self.says(got, JOINED, "true", endpoint="account_created")
        for name in ("sessionid", "csrftoken"):
            self.assertEqual(len(lines(got, name)), 1, name)
        state = self.told(eve.get("/user/logged-in"), MEMBER_STATE)
        self.assertEqual((state["member_initials"], state["first_name"], state["last_name"], state["cart_item_count"]),
                         ("VR", "Vera", "Rubin", 1))
        self.assertEqual(state["email_address"], "Vera.Rubin+1@Example.org")
        mail = self.site.mails("Vera.Rubin+1@Example.org")[0]
        self.assertEqual(mail["Subject"], f"Welcome to {self.site.page}")
        self.assertIn("shop@startupwebapp.example", mail["From"])
        self.assertIn("shop@startupwebapp.example", mail["Reply-To"])
        text = mail.get_body(("plain",)).get_content()
        for part in ("Vera", eve.name, "24 hours", f"{self.site.page}/account/?email_verification_code="):
            self.assertIn(part, text)
        code = self.site.mailed("Vera.Rubin+1@Example.org", "email_verification_code=")
        self.assertRegex(code, r"^[A-Za-z0-9_:-]+$")  # pages cut it out without decoding

    def test_names(self):
        for field in ("firstname", "lastname"):
            most = 30 if field == "firstname" else 150
            self.refused(**{field: ""}, told={field: ["required"]})
            self.refused(**{field: "O'Neill"}, told={field: ["not_valid"]})
            self.refused(**{field: "Zo\u00eb"}, told={field: ["not_valid"]})
            self.refused(**{field: "a" * (most + 1)}, told={field: ["too_many_chars"]})
            self.refused(**{field: "!" * (most + 1)}, told={field: ["not_valid", "too_many_chars"]})
            self.says(self.join(self.site.visitor(), **{field: "a" * (most - 1) + "1"}), JOINED, "true",
                      endpoint="account_created")

    def test_usernames(self):
        rows = [("", ["required"]), ("short", ["too_short"]), ("a.b", ["not_valid", "too_short"]),
                ("no blanks", ["not_valid"]), ("x" * 151, ["too_many_chars"]),
                ("!" * 151, ["not_valid", "too_many_chars"])]
        for name, types in rows:
            self.refused(username=name, email_address="any@example.org", told={"username": types})
        taken = self.site.member().name
        self.refused(username=taken, email_address="any@example.org", told={"username": ["unavailable"]})
        for name in ("Under_Score-9" + self.site.name(), "x" * 138 + self.site.name()):
            self.says(self.join(self.site.visitor(), username=name, email_address=name[-9:] + "@example.org"), JOINED,
                      "true", endpoint="account_created")

    def test_addresses(self):
        rows = [("", ["required"]), ("x", ["not_valid"]), ("a@b", ["not_valid"]), ("a@b.c", ["not_valid"]),
                (".a@example.org", ["not_valid"]), ("a-@example.org", ["not_valid"]), ("a@exa_mple.org", ["not_valid"]),
                ("a b@example.org", ["not_valid"]), ("a@example..org", ["not_valid"]),
                ("a" * 250 + "@b.org", ["too_many_chars"]), ("-" * 250 + "@b.org", ["not_valid", "too_many_chars"])]
        for address, types in rows:
            self.refused(email_address=address, told={"email-address": types})
        taken = self.site.member().name + "@example.org"
        for address in (taken, taken.upper()):
            self.refused(email_address=address, told={"email-address": ["unavailable"]})

    def test_passwords(self):
        def refused(password, types, again=None, **more):
            return self.refused(password=password, confirm_password=password if again is None else again,
                                told={"password": types}, **more)
        weak = ["too_short", "no_capital_letter", "no_special_character"]
        refused("", ["required"])
        refused("", ["required"], again="other")
        refused("a", weak)
        refused("a", [*weak, "confirm_password_doesnt_match"], again="b")
        refused("Aa!aaaa", ["too_short"])
        refused("aaaaaaa!1", ["no_capital_letter"])
        refused("Aaaaaaaa1", ["no_special_character"])
        refused("A!" + "b1" * 24 + "c", ["too_many_chars"])
        refused("A" * 160, ["too_many_chars", "no_special_character"])
        refused(PASSWORD, ["confirm_password_doesnt_match"], again=PASSWORD.lower())
        common = refused("P@ssword", ["django_validation"])
        self.assertIn("common", common["password"][0]["description"])
        for name, field, said in (("galaxycurve", "username", "username"), ("Galaxycurve", "firstname", "first name"),
                                  ("Galaxycurve", "lastname", "last name"),
                                  ("galaxycurve@example.org", "email_address", "email address")):
            for password in ("Galaxycurve!", "Evruc.yxalaG!"):  # in any order
                errors = refused(password, ["django_validation"], **{field: name})
                text = errors["password"][0]["description"]
                self.assertTrue("similar" in text and said in text, text)
        for at, special in enumerate("!@#$%^&*()~{}[]_+-=\\|;:,.<>?"):
            password = f"Gal{special}xy7{at}"
            self.says(self.join(self.site.visitor(), password=password, confirm_password=password), JOINED, "true",
                      endpoint="account_created")
        whole = "Long.Enough7 " * 3 + "and so it is"
        self.says(self.join(self.site.visitor(), password=whole[:50], confirm_password=whole[:50]), JOINED, "true",
                  endpoint="account_created")

    def test_the_rest_comes_before_what_is_guessed(self):
        taken = self.site.member().name
        self.refused(username=taken, email_address="any@example.org", password="P@ssword", confirm_password="P@ssword",
                     told={"username": ["unavailable"]})
        self.refused(firstname="", password="P@ssword", confirm_password="P@ssword", told={"firstname": ["required"]})

    def test_all_at_once(self):
        errors = self.refused(firstname="", lastname="<b>", username="<i>", email_address="<u>", password="a",
                              confirm_password="b",
                              told={"firstname": ["required"], "lastname": ["not_valid"],
                                    "username": ["not_valid", "too_short"], "email-address": ["not_valid"],
                                    "password": ["too_short", "no_capital_letter", "no_special_character",
                                                 "confirm_password_doesnt_match"]})
        self.assertFalse(re.search("<[biu]>", str(errors)), errors)

    def test_missing_fields(self):
        eve = self.site.visitor()
        keys = {"firstname": "firstname", "lastname": "lastname", "username": "username",
                "email_address": "email-address", "password": "password", "confirm_password": "password"}
        form = {**FORM, "username": self.site.name(), "email_address": "any@example.org"}
        for field, key in keys.items():
            less = {name: value for name, value in form.items() if name != field}
            self.wrong(eve.post(JOIN, **less), JOINED, "false", {**RIGHT, key: ["required"]}, 400)
        got = eve.get(JOIN)
        self.assertEqual((got.status, got.json[JOINED]), (400, "false"))
        for field in ("newsletter", "remember_me"):
            less = {name: value for name, value in form.items() if name != field}
            got = eve.post(JOIN, **less)
            self.assertEqual((got.status, got.json[JOINED]), (400, "false"))
        self.assertNotIn("sessionid", eve.jar)
