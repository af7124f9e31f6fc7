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
                "ASTERISM_MAIL__FROM": "noreply@stars.example"}

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
