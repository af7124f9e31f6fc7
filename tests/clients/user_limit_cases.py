"""How often somebody may try (contract §2.7): this site counts."""
from startupwebapp_case import Case
from startupwebapp_site import PASSWORD


class Limits(Case):
    def test_each(self):
        """One case, since all that ask come from one address and share its counts."""
        name = self.site.member().name  # the first of ten
        eve = self.site.visitor()
        for path in ("login", "create-account"):
            for _ in range(12):
                self.page(eve.post("/user/" + path, csrf=False), 403)
                self.assertEqual(eve.get("/user/" + path).status, 400)
        for _ in range(9):
            self.says(eve.post("/user/login", username="nobody-here", password="x", remember_me="x"), "login", "false")
        self.page(eve.log_in(name, PASSWORD), 403)
        self.assertNotIn("sessionid", eve.jar)
        for _ in range(5):
            self.assertEqual(eve.post("/user/create-account", firstname="x").status, 400)
        self.page(eve.post("/user/create-account", firstname="x"), 403)

        ask = "/user/reset-password"
        for _ in range(5):
            self.says(eve.post(ask, username=name, email_address="x@example.org"), "reset_password", "success")
        self.page(eve.post(ask, username=name, email_address=f"{name}@example.org"), 403)
        self.says(eve.post(ask, username="somebody-else", email_address="x@example.org"), "reset_password", "success")
        for _ in range(5):
            self.assertEqual(eve.post(ask).status, 400)
        self.page(eve.post(ask), 403)
        self.assertFalse([mail for to, mail in self.site.sink.taken if "Reset" in mail["Subject"]])
