"""Stripe's own library (npm's stripe), asked to do what a test wants, and a buyer at the stand-in's page."""
import http.client
import json
import os
import subprocess
import urllib.parse

from program import clean_environment

PEERS = os.environ["ASTERISM_TEST_PEERS"]
SCRIPT = os.environ["ASTERISM_TEST_STRIPE"]


def ask(*jobs):
    """The results of the jobs, each {"result": …} or {"error": …}."""
    env = {**clean_environment(), "ASTERISM_TEST_PEERS": PEERS}
    done = subprocess.run(["node", SCRIPT], input=json.dumps(jobs), text=True, check=True, capture_output=True,
                          env=env)
    return json.loads(done.stdout)


def result(job, **given):
    answer = ask({"job": job, **given})[0]
    if "error" in answer:
        raise RuntimeError(f"{job}: {answer['error']}")
    return answer["result"]


def refusal(job, **given):
    answer = ask({"job": job, **given})[0]
    if "error" not in answer:
        raise RuntimeError(f"{job} was not refused: {answer}")
    return answer["error"]


def press(port, session, button):
    """A button of the page where a session is paid; what the browser is answered."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    form = {"do": button, "email": "ada@example.com", "name": "Ada Buyer", "line1": "1 Star Street",
            "city": "Flagstaff", "state": "AZ", "zip": "86001", "country": "US"}
    link.request("POST", f"/pay/{session}", urllib.parse.urlencode(form),
                 {"Content-Type": "application/x-www-form-urlencoded"})
    answer = link.getresponse()
    text = answer.read().decode()
    link.close()
    return answer.status, answer.getheader("Location"), text
