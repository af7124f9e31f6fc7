"""A registration's mail, from the outbox to a mail server that is not ours, read by a parser that is
not ours."""
import email
import email.policy
import re
import unittest

from aiosmtpd.controller import Controller

from program import Browser, Program, free_port, until

PERSON = {"handle": "vera", "email": "Vera.Rubin@example.org", "password": "Galaxy.Curve7"}


class Sink:
    """Takes mail, or refuses so many times first."""

    def __init__(self, refusals=0):
        self.taken, self.refusals = [], refusals

    async def handle_DATA(self, _server, _session, envelope):
        if self.refusals:
            self.refusals -= 1
            return "451 not now"
        self.taken.append(envelope)
        return "250 taken"


class Mail(unittest.TestCase):
    def server(self, sink):
        controller = Controller(sink, hostname="127.0.0.1", port=free_port())
        controller.start()
        self.addCleanup(controller.stop)
        return {"ASTERISM_MAIL__SMTP__HOST": "127.0.0.1", "ASTERISM_MAIL__SMTP__SECURITY": "none",
                "ASTERISM_MAIL__SMTP__PORT": str(controller.port),
                "ASTERISM_MAIL__FROM": "noreply@stars.example", "ASTERISM_LIMITS__ENABLED": "false"}

    def test_arrives_whole_and_its_link_works(self):
        sink = Sink()
        with Program(env=self.server(sink)) as site:
            person = Browser(site.port)
            self.assertEqual(person.ask("POST", "/v1/accounts", PERSON).status, 201)
            until(lambda: sink.taken, "the mail arrives")
            envelope = sink.taken[0]
            self.assertEqual((envelope.mail_from, envelope.rcpt_tos),
                             ("noreply@stars.example", ["Vera.Rubin@example.org"]))
            mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
            self.assertEqual(mail["Subject"], "Please confirm your e-mail address")
            self.assertEqual(mail["Auto-Submitted"], "auto-generated")
            self.assertTrue(mail["Message-ID"].endswith("@stars.example>"))
            self.assertIsNotNone(mail["Date"].datetime)
            self.assertEqual([part.get_content_type() for part in mail.iter_parts()],
                             ["text/plain", "text/html"])
            link = r"/accounts/confirm-email/[a-z0-9]{64}/"
            path = re.search(link, mail.get_body(("plain",)).get_content()).group()
            self.assertEqual(path, re.search(link, mail.get_body(("html",)).get_content()).group())
            self.assertEqual(person.ask("GET", path).status, 302)

            def first():
                return person.ask("GET", "/v1/dev/outbox").json["items"][-1]

            until(lambda: first()["state"] == "sent", "the outbox knows")
            self.assertEqual((first()["text"], first()["html"]), ("", ""), "a link is not kept")

    def test_every_mail_speaks_the_language_of_the_browser_that_registered(self):
        sink = Sink()
        expected = {  # the link in the first mail is one of the Starview surface
            "en": ["Please confirm your e-mail address", "You already have an account", "[Starview] Welcome, reader0"],
            "ja": ["メールアドレスの確認をお願いします", "すでにアカウントをお持ちです", "[Starview] reader1 さん、ようこそ"],
            "pt-BR": ["Confirme seu endereço de e-mail", "Você já tem uma conta", "[Starview] Que bom ter você aqui, reader2"],
        }
        with Program(env=self.server(sink)) as site:
            for number, (tag, subjects) in enumerate(expected.items()):
                body = {**PERSON, "handle": f"reader{number}", "email": f"reader{number}@example.org"}
                person = Browser(site.port)
                wish = {"Accept-Language": f"nl, {tag};q=0.8, fr;q=0.2"}
                self.assertEqual(person.ask("POST", "/v1/accounts", body, headers=wish).status, 201)
                # Whoever tries the address again is answered in the owner's language.
                again = {**body, "handle": f"other{number}"}
                self.assertEqual(person.ask("POST", "/v1/accounts", again).status, 201)
                until(lambda: len(sink.taken) == 3 * number + 2, "both mails arrive")
                first = email.message_from_bytes(sink.taken[-2].content, policy=email.policy.default)
                text = first.get_body(("plain",)).get_content()
                self.assertEqual(person.ask("GET", re.search(r"/accounts/confirm-email/\w+/", text).group()).status, 302)
                until(lambda: len(sink.taken) == 3 * number + 3, "the welcome arrives")
                mails = [email.message_from_bytes(each.content, policy=email.policy.default)
                         for each in sink.taken[-3:]]
                self.assertEqual([mail["Subject"] for mail in mails], subjects)
                for mail in mails:
                    self.assertIn(f'<html lang="{tag}">', mail.get_body(("html",)).get_content())
                    self.assertEqual(mail["From"].addresses[0].display_name, "Asterism")

    def test_a_person_hears_of_all_that_happens_to_the_account(self):
        sink = Sink()
        with Program(env=self.server(sink)) as site:
            person = Browser(site.port)

            def ask(status, verb, path, body=None):
                answer = person.ask(verb, path, body)
                self.assertEqual(answer.status, status, answer.body)

            def newest(count, subject, to=PERSON["email"]):
                """The link in the mail with this subject, once so many have arrived."""
                until(lambda: len(sink.taken) == count, subject)
                mails = [(envelope.rcpt_tos[0], email.message_from_bytes(envelope.content, policy=email.policy.default))
                         for envelope in sink.taken]
                (mail,) = [mail for rcpt, mail in mails if (rcpt, mail["Subject"].split("] ")[-1]) == (to, subject)]
                text = mail.get_body(("plain",)).get_content()
                self.assertEqual([part.get_content_type() for part in mail.iter_parts()], ["text/plain", "text/html"])
                link = re.search(r"https?://[^/\s]+/(\S+)", text)
                return link and link.group(1)

            ask(201, "POST", "/v1/accounts", PERSON)
            ask(302, "GET", "/" + newest(1, "Please confirm your e-mail address"))
            newest(2, "Welcome, vera")
            ask(200, "POST", "/v1/accounts/password-reset", {"email": PERSON["email"]})
            token = newest(3, "Set a new password").rstrip("/").split("/")[-1].split("=")[-1]
            ask(200, "POST", "/v1/accounts/password-reset/confirm", {"token": token, "password": "Galaxy.Curve8"})
            newest(4, "Your password was changed")
            ask(200, "POST", "/v1/sessions", {"identifier": "vera", "password": "Galaxy.Curve8"})
            ask(200, "PUT", "/v1/accounts/me/email", {"new_email": "vera@other.example"})
            newest(6, "Your e-mail address is about to change")
            ask(302, "GET", "/" + newest(6, "Please confirm your new e-mail address", "vera@other.example"))
            ask(200, "DELETE", "/v1/accounts/me", {"current_password": "Galaxy.Curve8"})
            newest(7, "Your account was deleted", "vera@other.example")

    def test_a_server_that_refuses_slows_nobody_and_loses_nothing(self):
        sink = Sink(refusals=1)
        with Program(env=self.server(sink)) as site:
            person = Browser(site.port)
            self.assertEqual(person.ask("POST", "/v1/accounts", PERSON).status, 201)

            def mail():
                return person.ask("GET", "/v1/dev/outbox").json["items"][0]

            until(lambda: mail()["attempts"] == 1, "one try")
            self.assertEqual(mail()["state"], "queued")
            self.assertIn("451", mail()["last_error"])
            self.assertEqual(sink.taken, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
