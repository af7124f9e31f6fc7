"""What Stripe calls with, signed by its own library, and by others."""
import json
import time
import unittest

import stripe
from program import Browser, Program, UNLIMITED

HOOK = "/v1/shop/webhooks/stripe"
SECRETS = {"ASTERISM_PAYMENTS__WEBHOOK_SECRETS": "whsec_the_new_one,whsec_the_old_one"}
EVENT = json.dumps({"id": "evt_1", "object": "event", "type": "payment_intent.created",
                    "data": {"object": {"id": "pi_1", "object": "payment_intent"}}})


class Calls(unittest.TestCase):
    def call(self, site, header, body=EVENT):
        headers = {"Stripe-Signature": header} if header is not None else {}
        headers["Content-Type"] = "application/json"
        return Browser(site.port).ask("POST", HOOK, body, headers=headers)

    def test_takes_what_stripe_signs_and_nothing_else(self):
        now = int(time.time())
        sign = [("new", EVENT, "whsec_the_new_one", now), ("old", EVENT, "whsec_the_old_one", now),
                ("late", EVENT, "whsec_the_new_one", now - 290), ("early", EVENT, "whsec_the_new_one", now + 200),
                ("stranger", EVENT, "whsec_of_another", now), ("stale", EVENT, "whsec_the_new_one", now - 310),
                ("future", EVENT, "whsec_the_new_one", now + 420),
                ("nonsense", "nonsense", "whsec_the_new_one", now),
                ("long", EVENT + " " * 300_000, "whsec_the_new_one", now)]
        answers = stripe.ask(*({"job": "sign", "payload": payload, "secret": secret, "timestamp": moment}
                               for _, payload, secret, moment in sign))
        header = {name: answer["result"] for (name, *_), answer in zip(sign, answers)}
        with Program(env={**SECRETS, **UNLIMITED}) as site:
            for name in ("new", "old", "late", "early"):
                answer = self.call(site, header[name])
                self.assertEqual((answer.status, answer.json), (200, {"received": True}), name)
            self.assertEqual(self.call(site, header["long"], EVENT + " " * 300_000).status, 200)
            for name in ("stranger", "stale", "future"):
                answer = self.call(site, header[name])
                self.assertEqual((answer.status, answer.json["code"]), (400, "invalid_signature"), name)
            altered = [(None, EVENT), ("", EVENT), (header["new"], EVENT.replace("evt_1", "evt_2")),
                       (header["new"], json.dumps(json.loads(EVENT), separators=(",", ":"))),
                       (header["new"].replace("v1=", "v0="), EVENT), (header["new"] + ",t=1", EVENT),
                       (header["new"][:-1], EVENT), (header["new"].replace("t=", "t=1"), EVENT)]
            for sent, body in altered:
                answer = self.call(site, sent, body)
                self.assertEqual((answer.status, answer.json["code"]), (400, "invalid_signature"), sent)
            answer = self.call(site, header["nonsense"], "nonsense")
            self.assertEqual((answer.status, answer.json["code"]), (400, "invalid_payload"))
            self.assertEqual(self.call(site, header["new"], "x" * 600_000).status, 413)
            other = Browser(site.port).ask("GET", HOOK)
            self.assertEqual((other.status, dict(other.headers)["Allow"]), (405, "POST"))

    def test_without_a_secret_nobody_is_believed(self):
        with Program() as site:
            answer = self.call(site, "t=1,v1=" + "0" * 64)
            self.assertEqual((answer.status, answer.json["code"]), (503, "webhook_not_configured"))


if __name__ == "__main__":
    unittest.main()
