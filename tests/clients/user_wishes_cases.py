"""Terms, wishes about mail, and what visitors leave behind (contract §3.2, §3.4-3.6), key by key."""
import http.client
import urllib.parse

from startupwebapp_shapes import USER_VERSION
from user_account_cases import Joined
from shapes import exactly

WHY = {"no_longer_want_to_receive": "true", "never_signed_up": "false", "inappropriate": "false", "spam": "false",
       "other": "Enough <b>mail</b>"}
NONE = {**{name: "false" for name in WHY}, "other": ""}


class Terms(Joined):
    check, agree, key = "/user/terms-of-use-agree-check", "/user/terms-of-use-agree", "terms_of_use_agree"

    def refused(self, got, code, **more):
        body = self.says(got, self.key, "error", errors=exactly(error="filled"), **more)
        self.assertEqual(body["errors"]["error"], code)

    def test_version_by_version(self):
        for got in (self.site.visitor().get(self.check), self.site.visitor().post(self.check)):
            self.assertEqual((got.status, got.header("Location")), (302, "/login?next=" + self.check))
        self.stranger(self.site.visitor().post(self.agree, version="1"), self.key)
        vera = self.joined()
        body = self.told(vera.get(self.check), exactly(USER_VERSION, terms_of_use_agree_check="flag"))
        self.assertIs(body["terms_of_use_agree_check"], True)
        newest = int(self.site.rows("SELECT MAX(version) FROM terms_version")[0][0])
        self.site.call("publish_terms", by="root-of-all", version=newest + 2, note="<p>New</p>")
        body = self.told(vera.get(self.check), exactly(USER_VERSION, terms_of_use_agree_check="flag", version="int",
                                                       version_note="<p>New</p>"))
        self.assertEqual((body["terms_of_use_agree_check"], body["version"]), (False, newest + 2))
        self.refused(vera.post(self.agree), "version-required")
        self.refused(vera.get(self.agree), "version-required")
        for version in ("x", "", str(newest + 1), "-1", "9" * 30, "1.0"):
            self.refused(vera.post(self.agree, version=version), "version-not-found", version=version or "text")
        self.refused(vera.post(self.agree, version=newest), "version-provided-not-most-recent", version=str(newest))
        new = str(newest + 2)
        self.says(vera.post(self.agree, version=new), self.key, "success", version=new)
        self.refused(vera.post(self.agree, version=new), "version-already-agreed", version=new)
        self.assertIs(vera.get(self.check).json["terms_of_use_agree_check"], True)
        self.assertIs(self.joined().get(self.check).json["terms_of_use_agree_check"], True)


class Wishes(Joined):
    where, key = "/user/update-communication-preferences", "update_communication_preferences"

    def state(self, browser):
        person = self.content(browser)["personal_data"]
        return person["newsletter_subscriber"], person["email_unsubscribed"]

    def test_changes(self):
        vera = self.joined()
        for newsletter, unsubscribe, why in (("false", "true", WHY), ("false", "true", NONE), ("true", "false", NONE),
                                             ("false", "false", WHY), ("True", "1", NONE)):
            got = vera.post(self.where, newsletter=newsletter, email_unsubscribe=unsubscribe, **why)
            self.says(got, self.key, "success")
            self.assertEqual(self.state(vera), (newsletter == "true", unsubscribe == "true"))

    def test_refuses(self):
        vera = self.joined()
        got = vera.post(self.where, newsletter="true", email_unsubscribe="true", **NONE)
        self.says(got, self.key, "errors", errors=exactly(invalid_data="filled"))
        lacks = exactly(data_missing="filled")
        for form in ({"newsletter": "true", **NONE}, {"email_unsubscribe": "true", **NONE}, {}):
            self.says(vera.post(self.where, **form), self.key, "errors", errors=lacks)
        self.says(vera.get(self.where), self.key, "errors", errors=lacks)
        for field in NONE:
            less = {name: value for name, value in NONE.items() if name != field}
            got = vera.post(self.where, newsletter="false", email_unsubscribe="true", **less)
            self.says(got, self.key, "errors", 400, errors=lacks)
        self.stranger(self.site.visitor().post(self.where, newsletter="false", email_unsubscribe="true", **NONE), self.key)
        self.stranger(self.site.visitor().get(self.where), self.key)
        self.assertEqual(self.state(vera), (True, False))


class Unsubscribing(Joined):
    look, confirm, why = ("/user/email-unsubscribe-" + step for step in ("lookup", "confirm", "why"))

    def refused(self, got, key, code, status=200):
        body = self.says(got, key, "error", status, errors=exactly(error="filled"))
        self.assertEqual(body["errors"]["error"], code)

    def secret(self, address):
        rows = self.site.rows("SELECT c.secret FROM contact c LEFT JOIN account a ON a.id = c.account_id"
                              f" WHERE COALESCE(a.email, c.email) = '{address}'")
        return rows[0][0]

    def all_steps(self, name, address, masked, eve):
        token = self.secret(address)
        done = dict(email_address=masked)
        self.says(eve.get(self.look, **{name: token}), "email_unsubscribe_lookup", "success", **done)
        self.refused(eve.get(self.look, **{name: token[:-1]}), "email_unsubscribe_lookup", "member-not-found")
        self.refused(eve.get(self.confirm, **{name: token}), "email_unsubscribe_confirm", "token-required")
        got = eve.post(self.confirm, **{name: token})
        new = self.says(got, "email_unsubscribe_confirm", "success", token="filled", **done)["token"]
        self.assertRegex(new, r"^[A-Za-z0-9_-]{43}$")
        self.assertNotEqual(new, token)
        self.refused(eve.post(self.confirm, **{name: token}), "email_unsubscribe_confirm", "member-not-found")
        for got, key in ((eve.get(self.look, **{name: new}), "lookup"), (eve.post(self.confirm, **{name: new}), "confirm")):
            self.refused(got, "email_unsubscribe_" + key, "email-address-already-unsubscribed")
        for _ in range(2):
            self.says(eve.post(self.why, **{name: new}, **WHY), "email_unsubscribe_why", "success")
        for field in WHY:
            less = {key: value for key, value in WHY.items() if key != field}
            got = eve.post(self.why, **{name: new}, **less)
            self.assertEqual((got.status, got.json["email_unsubscribe_why"]), (400, "error"))
        rows = self.site.rows(f"SELECT COUNT(*) FROM opt_out_reason r JOIN contact c ON c.id = r.contact_id"
                              f" WHERE c.secret = '{new}'")
        self.assertEqual(rows[0][0], "2")

    def test_a_member(self):
        vera = self.joined()
        self.all_steps("token", vera.address, vera.name[:4] + "*" * (len(vera.name) - 4) + "@example.org",
                       self.site.visitor())
        person = self.content(vera)["personal_data"]
        self.assertEqual((person["newsletter_subscriber"], person["email_unsubscribed"]), (False, True))

    def test_a_stranger(self):
        name = self.site.name()
        eve = self.site.visitor()
        eve.post("/user/pythonabot-notify-me", email_address=name + "@example.org", how_excited="3")
        # Whoever left an address gets no mail until he wants some.
        self.refused(eve.get(self.look, pr_token=self.secret(name + "@example.org")), "email_unsubscribe_lookup",
                     "email-address-already-unsubscribed")
        self.says(eve.post(self.why, pr_token=self.secret(name + "@example.org"), **WHY), "email_unsubscribe_why", "success")

    def test_without_a_token(self):
        eve = self.site.visitor()
        for got, key in ((eve.get(self.look), "lookup"), (eve.post(self.look), "lookup"),
                         (eve.post(self.confirm), "confirm"), (eve.get(self.confirm), "confirm"),
                         (eve.post(self.why, **WHY), "why"), (eve.get(self.why), "why"),
                         (eve.post(self.look + "?token=x", token="x"), "lookup"),
                         (eve.post(self.confirm + "?token=x"), "confirm"),
                         (eve.get(self.why, token="x"), "why")):
            self.refused(got, "email_unsubscribe_" + key, "token-required")
        for name in ("token", "pr_token"):
            for got, key in ((eve.get(self.look, **{name: "x"}), "lookup"), (eve.post(self.confirm, **{name: "x"}), "confirm"),
                             (eve.post(self.why, **{name: "x"}, **WHY), "why")):
                self.refused(got, "email_unsubscribe_" + key, "member-not-found")

    def test_a_member_comes_first(self):
        vera = self.joined()
        self.says(self.site.visitor().get(self.look, pr_token="x", token=self.secret(vera.address)),
                  "email_unsubscribe_lookup", "success", email_address="filled")

    def one_click(self, path):
        """RFC 8058: the provider of the mailbox posts, without cookies, pages or tokens."""
        line = http.client.HTTPConnection("127.0.0.1", self.site.program.port, timeout=20)
        line.request("POST", path, "List-Unsubscribe=One-Click",
                     {"Host": f"{self.site.api}:{self.site.program.port}",
                      "Content-Type": "application/x-www-form-urlencoded"})
        got = line.getresponse()
        status, body = got.status, got.read().decode()
        line.close()
        return status, body

    def test_in_one_step(self):
        where, key = "/user/email-unsubscribe", "email_unsubscribe"
        for name in ("email_unsubscribe_string", "token"):
            vera = self.joined()
            token = self.secret(vera.address)
            for _ in range(2):
                self.says(self.site.visitor().get(where, **{name: token}), key, "success", email_address="filled")
            self.assertIs(self.content(vera)["personal_data"]["email_unsubscribed"], True)
        vera = self.joined()
        path = where + "?" + urllib.parse.urlencode({"email_unsubscribe_string": self.secret(vera.address)})
        for _ in range(2):
            status, body = self.one_click(path)
            self.assertEqual(status, 200, body)
            self.assertIn('"email_unsubscribe":"success"', body)
        self.assertIs(self.content(vera)["personal_data"]["email_unsubscribed"], True)
        eve = self.site.visitor()
        self.refused(eve.get(where), key, "token-required")
        self.refused(eve.get(where, email_unsubscribe_string="x"), key, "member-not-found")
        self.assertIn("member-not-found", self.one_click(where + "?token=x")[1])


class Leaving(Joined):
    def test_a_message(self):
        where, key = "/user/put-chat-message", "put_chat_message"
        right = {"name": True, "email_address": True, "message": True}
        form = {"name": "Eve", "email_address": self.site.name() + "@example.org", "message": "Hello? \u2603 <b>"}
        eve = self.site.visitor()
        mails = len([1 for to, _ in self.site.sink.taken if to == "shop@startupwebapp.example"])
        self.says(eve.post(where, **form), key, "true")
        notice = self.site.mails("shop@startupwebapp.example", mails + 1)[-1]
        self.assertEqual(notice["Subject"], f"New Chat Message @ {self.site.page}")
        self.assertNotIn("Hello?", notice.get_body(("plain",)).get_content())
        for wrong, told in (({"name": ""}, {"name": ["required"]}), ({"name": "E!"}, {"name": ["not_valid"]}),
                            ({"name": "e" * 31}, {"name": ["too_many_chars"]}),
                            ({"email_address": ""}, {"email_address": ["required"]}),
                            ({"email_address": "x"}, {"email_address": ["not_valid"]}),
                            ({"message": ""}, {"message": ["required"]}),
                            ({"message": "m" * 5001}, {"message": ["too_many_chars"]}),
                            ({"name": "", "email_address": "", "message": ""}, {name: ["required"] for name in right})):
            self.wrong(eve.post(where, **{**form, **wrong}), key, "validation_error", {**right, **told})
        for field in form:
            less = {name: value for name, value in form.items() if name != field}
            self.wrong(eve.post(where, **less), key, "validation_error", {**right, field: ["required"]}, 400)
        self.wrong(eve.get(where), key, "validation_error", {name: ["required"] for name in right}, 400)
        self.says(eve.post(where, **{**form, "message": "m" * 5000}), key, "true")
        self.says(self.joined().post(where, **form), key, "true")

    def test_to_be_told_of_news(self):
        where, key = "/user/pythonabot-notify-me", "pythonabot_notify_me"
        right = {"email_address": True, "how_excited": True}
        eve, address = self.site.visitor(), self.site.name() + "@example.org"
        self.says(eve.post(where, email_address=address, how_excited="5"), key, "success")
        errors = self.wrong(eve.post(where, email_address=address, how_excited="1"), key, "duplicate_prospect",
                            {**right, "email_address": ["duplicate"]})
        self.assertEqual(errors["email_address"][0]["description"],
                         "I already know about this email address. Please enter a different email address.")
        for excited, types in (("", ["required"]), ("0", ["out_of_range"]), ("6", ["out_of_range"]),
                               ("x", ["out_of_range"]), ("10", ["out_of_range"])):
            self.wrong(eve.post(where, email_address=self.site.name() + "@example.org", how_excited=excited), key,
                       "validation_error", {**right, "how_excited": types})
        for wrong, types in (("", ["required"]), ("x", ["not_valid"])):
            self.wrong(eve.post(where, email_address=wrong, how_excited="1"), key, "validation_error",
                       {**right, "email_address": types})
        self.wrong(eve.post(where, how_excited="1"), key, "validation_error", {**right, "email_address": ["required"]}, 400)
        self.wrong(eve.post(where, email_address=address), key, "validation_error", {**right, "how_excited": ["required"]}, 400)
        for excited in "1234":
            self.says(eve.post(where, email_address=self.site.name() + "@example.org", how_excited=excited), key, "success")
