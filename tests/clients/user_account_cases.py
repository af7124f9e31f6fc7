"""An account's page, its names, its address, its password (contract §3.2, §3.3), key by key; mails are followed."""
from startupwebapp_case import Case
from startupwebapp_shapes import CONTENT, USER_VERSION
from startupwebapp_site import PASSWORD
from shapes import exactly

OTHER = "Spiral.Arms7"
WEAK = ["too_short", "no_capital_letter", "no_special_character", "confirm_password_doesnt_match"]


class Joined(Case):
    def joined(self, name=None):
        """Somebody who has registered on the page; and what the answer to the form was."""
        browser = self.site.visitor()
        browser.name = name or self.site.name()
        browser.address = browser.name + "@example.org"
        got = browser.post("/user/create-account", firstname="Vera", lastname="Rubin", username=browser.name,
                           email_address=browser.address, password=PASSWORD, confirm_password=PASSWORD,
                           newsletter="true", remember_me="false")
        self.assertEqual(got.json.get("create_account"), "true", repr(got))
        return browser

    def content(self, browser):
        got = browser.get("/user/account-content")
        return self.told(got, exactly(USER_VERSION, account_content=CONTENT))["account_content"]

    def subject(self, browser, said, count):
        self.assertEqual(self.site.mails(browser.address, count)[count - 1]["Subject"],
                         f"{said} {self.site.page}")


class Content(Joined):
    def test_a_visitor(self):
        for got in (self.site.visitor().get("/user/account-content"), self.site.visitor().post("/user/account-content")):
            self.told(got, exactly(USER_VERSION, account_content=exactly(authenticated="false")))

    def test_a_member(self):
        vera = self.joined()
        content = self.content(vera)
        person = content["personal_data"]
        self.assertEqual((person["username"], person["first_name"], person["last_name"]), (vera.name, "Vera", "Rubin"))
        self.assertEqual((person["newsletter_subscriber"], person["email_unsubscribed"]), (True, False))
        self.assertIsNotNone(person["terms_of_use_agreed_date_time"])
        self.assertEqual(content["email_data"], {"email_address": vera.address, "email_verified": False,
                                                 "verification_request_sent_within_24_hours": True})
        self.assertEqual(content["orders_data"], {})
        self.assertEqual(vera.post("/user/account-content").json, vera.get("/user/account-content").json)

    def test_orders_count_from_one_and_the_newest_is_first(self):
        ada = self.site.member()
        bought = [self.buy(self.add(ada, self.site.clip)) for _ in range(2)]
        orders = self.content(ada)["orders_data"]
        self.assertEqual([orders[key]["identifier"] for key in ("1", "2")], bought[::-1])
        self.assertEqual(len(orders), 2)


class Verifying(Joined):
    where, key = "/user/verify-email-address-response", "verify_email_address_response"

    def test_both_steps(self):
        vera = self.joined()
        code = self.site.mailed(vera.address, "?email_verification_code=")
        self.says(vera.post(self.where, email_verification_code="x"), self.key, "signature-invalid")
        self.says(vera.post(self.where, email_verification_code=""), self.key, "signature-invalid")
        self.says(vera.post(self.where), self.key, "signature-invalid", 400)
        self.says(vera.get(self.where), self.key, "signature-invalid", 400)
        eve = self.site.visitor()
        self.stranger(eve.post(self.where, email_verification_code=code), self.key)
        self.stranger(eve.get("/user/verify-email-address"), "verify_email_address")
        other = self.joined()
        self.says(other.post(self.where, email_verification_code=code), self.key, "code-doesnt-match")
        self.says(vera.post(self.where, email_verification_code=code), self.key, "success")
        self.says(vera.post(self.where, email_verification_code=code), self.key, "code-doesnt-match")
        self.assertEqual(self.content(vera)["email_data"], {"email_address": vera.address, "email_verified": True,
                                                            "verification_request_sent_within_24_hours": False})

    def test_a_newer_link_takes_the_place_of_the_older_one(self):
        vera = self.joined()
        first = self.site.mailed(vera.address, "?email_verification_code=")
        self.says(vera.get("/user/verify-email-address"), "verify_email_address", "verification_email_sent")
        self.subject(vera, "Email Verification Request for", 2)
        second = self.site.mailed(vera.address, f"{self.site.page}/account/?email_verification_code=", 2)
        self.assertNotEqual(first, second)
        self.says(vera.post(self.where, email_verification_code=first), self.key, "signature-invalid")
        self.says(vera.post(self.where, email_verification_code=second), self.key, "success")


class Details(Joined):
    where, key = "/user/update-my-information", "update_my_information"
    right = {"firstname": True, "lastname": True, "email-address": True}

    def test_changes(self):
        vera = self.joined()
        self.says(vera.post(self.where, firstname="Cecilia", lastname="Payne", email_address=vera.address), self.key,
                  "success")
        person = self.content(vera)["personal_data"]
        self.assertEqual((person["first_name"], person["last_name"]), ("Cecilia", "Payne"))
        new = "new." + vera.address
        self.says(vera.post(self.where, firstname="Cecilia", lastname="Payne", email_address=new), self.key, "success")
        self.assertEqual(self.content(vera)["email_data"], {"email_address": new, "email_verified": False,
                                                            "verification_request_sent_within_24_hours": True})
        for address, count in ((vera.address, 2), (new, 1)):
            mail = self.site.mails(address, count)[-1]
            self.assertEqual(mail["Subject"], f"Email Address Changed on {self.site.page}")
            text = mail.get_body(("plain",)).get_content()
            self.assertTrue(vera.address in text and new in text, text)
        code = self.site.mailed(new, "?email_verification_code=")
        self.says(vera.post("/user/verify-email-address-response", email_verification_code=code),
                  "verify_email_address_response", "success")

    def test_refuses(self):
        vera, taken = self.joined(), self.site.member().name
        rows = [({"firstname": ""}, {"firstname": ["required"]}), ({"lastname": "O'Neill"}, {"lastname": ["not_valid"]}),
                ({"firstname": "a" * 31}, {"firstname": ["too_many_chars"]}),
                ({"lastname": "a" * 151}, {"lastname": ["too_many_chars"]}),
                ({"email_address": ""}, {"email-address": ["required"]}),
                ({"email_address": "x"}, {"email-address": ["not_valid"]}),
                ({"email_address": taken + "@example.org"}, {"email-address": ["unavailable"]})]
        form = {"firstname": "Vera", "lastname": "Rubin", "email_address": vera.address}
        for wrong, told in rows:
            self.wrong(vera.post(self.where, **{**form, **wrong}), self.key, "errors", {**self.right, **told})
        for field, key in zip(form, self.right):
            less = {name: value for name, value in form.items() if name != field}
            self.wrong(vera.post(self.where, **less), self.key, "errors", {**self.right, key: ["required"]}, 400)
        self.stranger(self.site.visitor().post(self.where, **form), self.key)
        self.stranger(self.site.visitor().get(self.where), self.key)
        self.assertEqual(self.content(vera)["email_data"]["email_address"], vera.address)


class Password(Joined):
    where, key = "/user/change-my-password", "change_my_password"

    def change(self, browser, current, new, again=None, where=None):
        return browser.post(where or self.where, current_password=current, new_password=new,
                            confirm_new_password=new if again is None else again)

    def test_refuses(self):
        vera = self.joined()
        rows = [(("Wrong.Horse7", "a", "b"), {"current-password": ["current_password_invalid"]}),
                (("", OTHER, OTHER), {"current-password": ["current_password_invalid"]}),
                ((PASSWORD, PASSWORD, "b"), {"password": ["new_password_same_as_current_password"]}),
                ((PASSWORD, "a", "b"), {"password": WEAK}), ((PASSWORD, "", ""), {"password": ["required"]}),
                ((PASSWORD, "", "b"), {"password": ["required"]}),
                ((PASSWORD, OTHER, "b"), {"password": ["confirm_password_doesnt_match"]}),
                ((PASSWORD, "A!" + "b1" * 25, None), {"password": ["too_many_chars"]}),
                ((PASSWORD, "P@ssword", None), {"password": ["django_validation"]})]
        for sent, told in rows:
            self.wrong(self.change(vera, *sent), self.key, "errors", told)
        for lacks, told in (({"new_password": OTHER, "confirm_new_password": OTHER}, "current-password"),
                            ({"current_password": PASSWORD, "confirm_new_password": OTHER}, "password"),
                            ({"current_password": PASSWORD, "new_password": OTHER}, "password")):
            self.wrong(vera.post(self.where, **lacks), self.key, "errors", {told: ["required"]}, 400)
        eve = self.site.visitor()
        self.stranger(self.change(eve, PASSWORD, OTHER), self.key)
        self.says(eve.log_in(vera.name, PASSWORD), "login", "true")

    def test_ends_the_other_sessions(self):
        vera, other = self.joined(), self.site.visitor()
        other.log_in(vera.name, PASSWORD)
        before = vera.jar["sessionid"].value, vera.cookie("csrftoken")
        self.says(self.change(vera, PASSWORD, OTHER), self.key, "success")
        self.assertNotIn(vera.jar["sessionid"].value, before)
        self.assertIs(vera.get("/user/logged-in").json["logged_in"], True)
        self.assertIs(other.get("/user/logged-in").json["logged_in"], False)
        self.subject(vera, "Password Changed on", 2)
        self.assertIn(vera.name, self.site.mails(vera.address, 2)[1].get_body(("plain",)).get_content())
        self.says(self.site.visitor().log_in(vera.name, PASSWORD), "login", "false")
        self.says(self.change(vera, OTHER, PASSWORD, where="/user/change-password"), "change_password", "success")
        self.says(self.site.visitor().log_in(vera.name, PASSWORD), "login", "true")


class Forgotten(Joined):
    where, key = "/user/set-new-password", "set_new_password"

    def set(self, name, code, new=OTHER, again=None):
        return self.site.visitor().post(self.where, username=name, password_reset_code=code, new_password=new,
                                        confirm_new_password=new if again is None else again)

    def test_the_username(self):
        vera = self.joined()
        ask = "/user/forgot-username"
        got = self.site.visitor().post(ask, email_address=vera.address)
        self.says(got, "forgot_username", "success")
        self.subject(vera, "Forgot Username Request for", 2)
        text = self.site.mails(vera.address, 2)[1].get_body(("plain",)).get_content()
        self.assertTrue(vera.name in text and f"{self.site.page}/login" in text, text)
        for address in ("nobody@example.org", "x", ""):
            self.assertEqual(self.site.visitor().post(ask, email_address=address).json, got.json)
        self.assertEqual(self.site.visitor().post(ask).status, 400)

    def test_the_password(self):
        vera, ask = self.joined(), "/user/reset-password"
        done = {"reset_password": "success", "user-api-version": "0.0.1"}
        for name, address in ((vera.name, "other@example.org"), ("nobody-here", vera.address), ("", ""), (vera.name, "x")):
            self.assertEqual(self.site.visitor().post(ask, username=name, email_address=address).json, done)
        self.assertEqual(self.site.visitor().post(ask, username=vera.name).status, 400)
        self.assertEqual(self.site.visitor().post(ask, username=vera.name, email_address=vera.address.upper()).json, done)
        self.subject(vera, "Password Reset Request for", 2)
        text = self.site.mails(vera.address, 2)[1].get_body(("plain",)).get_content()
        self.assertTrue(vera.name in text and "1 hour" in text, text)
        code = self.site.mailed(vera.address, f"{self.site.page}/set-new-password?password_reset_code=", 2)
        self.assertRegex(code, r"^[A-Za-z0-9_:-]+$")

        self.says(self.set("nobody-here", code), self.key, "username-not-found", error="filled")
        self.says(self.set(vera.name, "x"), self.key, "signature-invalid")
        self.says(self.set(self.joined().name, code), self.key, "code-doesnt-match")
        for new, again, types in (("a", "b", WEAK), ("", "", ["required"]), ("P@ssword", None, ["django_validation"]),
                                  (OTHER, "b", ["confirm_password_doesnt_match"])):
            self.wrong(self.set(vera.name, code, new, again), self.key, "password-error", {"new-password": types})
        form = {"username": vera.name, "password_reset_code": code, "new_password": OTHER, "confirm_new_password": OTHER}
        for field in form:
            less = {name: value for name, value in form.items() if name != field}
            got = self.site.visitor().post(self.where, **less)
            self.assertEqual((got.status, self.key in got.json), (400, True), field)
        self.says(self.set(vera.name, code), self.key, "success")
        self.says(self.set(vera.name, code), self.key, "code-doesnt-match")
        self.assertIs(vera.get("/user/logged-in").json["logged_in"], False)
        self.says(self.site.visitor().log_in(vera.name, OTHER), "login", "true")
        self.subject(vera, "Password Changed on", 3)

    def test_only_the_newest_link_counts(self):
        vera = self.joined()
        codes = []
        for count in (2, 3):
            self.site.visitor().post("/user/reset-password", username=vera.name, email_address=vera.address)
            codes.append(self.site.mailed(vera.address, "?password_reset_code=", count))
        self.says(self.set(vera.name, codes[0]), self.key, "signature-invalid")
        self.says(self.set(vera.name, codes[1]), self.key, "success")
