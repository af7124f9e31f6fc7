"""Each page of StartupWebApp's client that is about accounts: its calls in its order, and the keys that it reads."""
from startupwebapp_site import PASSWORD
from startupwebapp_walk import Walk as Pages
from user_account_cases import Joined

REASONS = dict(no_longer_want_to_receive="false", never_signed_up="false", inappropriate="false", spam="true", other="")
CONTENT = ("account_content.authenticated",
           *("account_content.personal_data." + key for key in (
               "username", "first_name", "last_name", "newsletter_subscriber", "email_unsubscribed",
               "joined_date_time", "last_login_date_time", "terms_of_use_agreed_date_time")),
           *("account_content.email_data." + key for key in (
               "email_address", "email_verified", "verification_request_sent_within_24_hours")))


class UserWalk(Joined):
    def page(self, browser, signed_in=True):
        page = Pages.page(self, browser)
        url = self.site.page + "/somewhere?a=b"
        visitor = browser.cookie("anonymousclientevent") or "null"
        state = browser.get("/user/logged-in").json
        if signed_in:
            for key in ("member_initials", "first_name", "last_name", "email_address"):
                self.assertIn(key, state)
            self.assertIsInstance(state["client_event_id"], int)
        got = browser.get("/clientevent/pageview", client_event_id=state["client_event_id"], anonymous_id=visitor, url=url,
                          pageWidth=1280)
        self.assertEqual(got.json, "thank you")
        if signed_in:
            agreed = page.reads(browser.get("/user/terms-of-use-agree-check"), "terms_of_use_agree_check")
            self.assertIs(agreed, True)
        return page

    def says_so(self, page, got, key, word):
        self.assertEqual(page.reads(got, key), word, repr(got))

    def test_create_account_and_log_in(self):
        browser = self.site.visitor()
        page, name = self.page(browser, False), self.site.name()
        got = browser.post("/user/create-account", firstname="Vera", lastname="Rubin", username=name,
                           email_address=f"{name}@example.org", password=PASSWORD, confirm_password=PASSWORD,
                           newsletter="false", remember_me="true")
        self.says_so(page, got, "create_account", "true")
        page = self.page(browser)
        browser.get("/user/logout")
        page = self.page(browser, False)
        self.says_so(page, browser.log_in(name, PASSWORD), "login", "true")
        self.page(browser)

    def test_account_pages(self):
        vera = self.joined()
        page = self.page(vera)
        page.reads(vera.get("/user/account-content"), *CONTENT)
        page.reads(vera.get("/user/verify-email-address"), "verify_email_address")
        code = self.site.mailed(vera.address, "?email_verification_code=", 2)
        page = self.page(vera)
        self.says_so(page, vera.post("/user/verify-email-address-response", email_verification_code=code),
                     "verify_email_address_response", "success")
        page = self.page(vera)
        page.reads(vera.get("/user/account-content"), *CONTENT)
        self.says_so(page, vera.post("/user/update-my-information", firstname="Vera", lastname="Cooper",
                                     email_address=vera.address), "update_my_information", "success")
        self.says_so(page, vera.post("/user/update-communication-preferences", newsletter="false",
                                     email_unsubscribe="true", **REASONS), "update_communication_preferences", "success")
        self.says_so(page, vera.post("/user/change-my-password", current_password=PASSWORD, new_password="Spiral.Arms7",
                                     confirm_new_password="Spiral.Arms7"), "change_my_password", "success")
        self.page(vera)

    def test_forgotten(self):
        vera = self.joined()
        eve = self.site.visitor()
        page = self.page(eve, False)
        self.says_so(page, eve.post("/user/forgot-username", email_address=vera.address), "forgot_username", "success")
        page = self.page(eve, False)
        self.says_so(page, eve.post("/user/reset-password", username=vera.name, email_address=vera.address),
                     "reset_password", "success")
        code = self.site.mailed(vera.address, "?password_reset_code=", 3)
        page = self.page(eve, False)
        sent = dict(username=vera.name, password_reset_code=code)
        got = eve.post("/user/set-new-password", new_password="a", confirm_new_password="a", **sent)
        self.assertIsInstance(page.reads(got, "errors.new-password"), list)
        got = eve.post("/user/set-new-password", new_password="Spiral.Arms7", confirm_new_password="Spiral.Arms7", **sent)
        self.says_so(page, got, "set_new_password", "success")

    def test_chat_and_news(self):
        eve, name = self.site.visitor(), self.site.name()
        page = self.page(eve, False)
        got = eve.post("/user/put-chat-message", name="", email_address="", message="")
        page.reads(got, "put_chat_message", "errors.name", "errors.email_address", "errors.message")
        got = eve.post("/user/put-chat-message", name="Eve", email_address=name + "@example.org", message="Hello")
        self.says_so(page, got, "put_chat_message", "true")
        got = eve.post("/user/pythonabot-notify-me", email_address=self.site.name() + "@example.org", how_excited="4")
        self.says_so(page, got, "pythonabot_notify_me", "success")
