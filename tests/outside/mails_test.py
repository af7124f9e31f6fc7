"""Every mail about accounts in every language, over SMTP to a server and into a parser that are not ours."""
import email
import email.policy
import html.parser
import json
import socket
import subprocess
import sys
import unittest

from aiosmtpd.controller import Controller

PROGRAM = sys.argv.pop()
SITE = 'Sternwarte "Süd", 星空 & <Co>'
LANGUAGES = ["en", "es", "fr", "ja", "de", "pt-BR", "zh-CN", "ko", "it"]
SUBJECTS = {  # by what a person who reads the language would expect
    ("en", "password_reset"): "[星空] Set a new password",
    ("ja", "password_reset"): "[星空] 新しいパスワードの設定",
    ("pt-BR", "password_reset"): "[星空] Defina uma nova senha",
    ("ja", "welcome"): "[星空] vera_rubin さん、ようこそ",
    ("pt-BR", "email_change_notice"): "[星空] Seu endereço de e-mail está prestes a mudar",
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def text_of(mail, kind):
    return mail.get_body((kind,)).get_content().replace("\r\n", "\n")


class Sink:
    def __init__(self):
        self.taken = []

    async def handle_DATA(self, _server, _session, envelope):
        self.taken.append(envelope)
        return "250 taken"


class Page(html.parser.HTMLParser):
    """What a reader sees, and where the links lead."""

    def __init__(self, text):
        super().__init__()
        self.shown, self.links, self.language, self.open = "", [], None, []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if tag == "html":
            self.language = dict(attributes)["lang"]
        if tag == "a":
            self.links.append(dict(attributes)["href"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"{tag} is closed where it was not open"

    def handle_data(self, data):
        self.shown += data


class Mails(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        sink = Sink()
        controller = Controller(sink, hostname="127.0.0.1", port=free_port())
        controller.start()
        try:
            done = subprocess.run([PROGRAM, str(controller.port)], capture_output=True, text=True, timeout=60)
        finally:
            controller.stop()
        assert done.returncode == 0, done.stderr
        cls.meant = [json.loads(line) for line in done.stdout.splitlines()]
        cls.envelopes = sink.taken
        cls.parsed = [email.message_from_bytes(each.content, policy=email.policy.default) for each in sink.taken]

    def pairs(self):
        return zip(self.meant, self.parsed, self.envelopes, strict=True)

    def test_all_arrive(self):
        self.assertEqual(len(self.envelopes), 9 * len(LANGUAGES))
        self.assertEqual([each["language"] for each in self.meant[::9]], LANGUAGES)

    def test_say_what_was_meant(self):
        for meant, mail, _ in self.pairs():
            self.assertEqual(mail["Subject"], meant["subject"])
            self.assertEqual(text_of(mail, "plain"), meant["text"])
            self.assertEqual(text_of(mail, "html"), meant["html"])
            self.assertEqual([part.get_content_type() for part in mail.iter_parts()], ["text/plain", "text/html"])
            self.assertEqual(mail.get_content_type(), "multipart/alternative")
        for (language, code), subject in SUBJECTS.items():
            found = [mail["Subject"] for meant, mail, _ in self.pairs()
                     if (meant["language"], meant["code"]) == (language, code)]
            self.assertEqual(found, [subject])

    def test_are_well_formed(self):
        for _, mail, envelope in self.pairs():
            for part in mail.walk():
                self.assertEqual(part.defects, [])
                for name, value in part.items():
                    self.assertEqual(value.defects, (), name)
            self.assertLessEqual(max(map(len, envelope.content.splitlines())), 78)
            self.assertTrue(envelope.content.isascii())

    def test_carry_the_headers_of_a_machine(self):
        once = {"Date", "From", "Reply-To", "To", "Message-ID", "Subject", "Auto-Submitted", "MIME-Version",
                "Content-Type"}
        for meant, mail, _ in self.pairs():
            self.assertEqual(sorted(mail.keys()), sorted(once))  # each once, and none beside them
            self.assertEqual(mail["Auto-Submitted"], "auto-generated")
            self.assertEqual(mail["MIME-Version"], "1.0")
            self.assertEqual(mail["Date"].datetime.isoformat(), "2026-03-01T09:00:00+00:00")
            self.assertEqual(mail["Message-ID"], f"<{meant['unique']}@stars.example>")
            for part in mail.iter_parts():
                self.assertEqual(part["Content-Type"].params["charset"], "utf-8")

    def test_go_from_one_to_one(self):
        for meant, mail, envelope in self.pairs():
            sender, = mail["From"].addresses
            self.assertEqual((sender.display_name, sender.addr_spec), (SITE, "noreply@stars.example"))
            self.assertEqual([each.addr_spec for each in mail["Reply-To"].addresses], [sender.addr_spec])
            reader, = mail["To"].addresses
            self.assertEqual(reader.addr_spec, meant["to"])
            self.assertEqual((envelope.mail_from, envelope.rcpt_tos), ("noreply@stars.example", [meant["to"]]))

    def test_show_the_same_as_page_and_as_text(self):
        for meant, mail, _ in self.pairs():
            page = Page(text_of(mail, "html"))
            text = text_of(mail, "plain")
            self.assertEqual((page.language, page.open), (meant["language"], []))
            self.assertIn(SITE, page.shown)
            for line in text.splitlines():
                self.assertIn(line, page.shown)
            self.assertEqual(len(page.links), 2 * text.count("https://"))  # the button, and the bare link
            for link in page.links:
                self.assertTrue(link.startswith("https://stars.example/"))
                self.assertIn("\n" + link + "\n", text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
