"""A mail server that takes its time, and keeps what it took."""
import asyncio
import collections
import email
import email.policy
import random

from aiosmtpd.controller import Controller

from program import free_port


class Sink:
    def __init__(self, moments, seed):
        self.moments, self.dice = moments, random.Random(seed)
        self.taken = collections.defaultdict(list)  # by Message-ID: whom to, what
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())

    async def handle_DATA(self, _server, _session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        text = mail.get_body(("plain",)).get_content()
        early = self.dice.random() < 0.5
        if early:
            self.moments.tell("mail")
        await asyncio.sleep(0.04 * self.dice.random())
        # Taken from here on, whether or not the sender lives to hear it.
        self.taken[mail["Message-ID"]].append((envelope.rcpt_tos[0], mail["Subject"], text))
        if not early:
            self.moments.tell("mail")
        await asyncio.sleep(0.05 * self.dice.random())
        return "250 taken"

    def of_orders(self):
        """Message-ID: its copies, of the mails that confirm an order."""
        return {name: copies for name, copies in list(self.taken.items()) if "Order identifier: " in copies[0][2]}

    def settings(self):
        return {"ASTERISM_MAIL__SMTP__HOST": "127.0.0.1", "ASTERISM_MAIL__SMTP__SECURITY": "none",
                "ASTERISM_MAIL__SMTP__PORT": str(self.controller.port), "ASTERISM_MAIL__FROM": "shop@stars.example",
                "ASTERISM_OPS__ALERT_TO": "ops@stars.example"}

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()
