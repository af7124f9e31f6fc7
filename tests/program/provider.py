"""A real OpenID provider (npm's oidc-provider) on loopback, and a person who goes through its pages."""
import html
import http.client
import os
import re
import subprocess
import urllib.parse

from program import clean_environment

PEERS = os.environ["ASTERISM_TEST_PEERS"]
SCRIPT = os.environ["ASTERISM_TEST_PROVIDER"]


class Provider:
    """`with Provider(redirect_uris) as provider:`"""

    def __init__(self, *redirect_uris):
        self.words = ["node", SCRIPT, *redirect_uris]

    def __enter__(self):
        env = {**clean_environment(), "ASTERISM_TEST_PEERS": PEERS}
        self.process = subprocess.Popen(self.words, stdout=subprocess.PIPE, text=True, env=env,
                                        stderr=subprocess.DEVNULL)
        self.issuer = self.process.stdout.readline().strip()
        if not self.issuer:
            raise RuntimeError("the provider did not start: is cmake/setup.sh test done?")
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class Person:
    """A browser at the provider: follows redirects there, keeps its cookies, fills in its forms."""

    def __init__(self, issuer):
        self.host, self.jar = urllib.parse.urlsplit(issuer).netloc, {}

    def ask(self, verb, url, form=None):
        parts = urllib.parse.urlsplit(url)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.jar.items())}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        link = http.client.HTTPConnection(self.host, timeout=30)
        link.request(verb, parts.path + (f"?{parts.query}" if parts.query else ""), body, headers)
        answer = link.getresponse()
        text = answer.read().decode()
        link.close()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, content = value.split(";")[0].partition("=")
                self.jar[cookie] = content
        return answer.status, answer.getheader("Location"), text

    def consent(self, url, name):
        """Signs in as `name` and agrees to everything; the address that the provider sends back to."""
        form, verb = None, "GET"
        for _ in range(20):
            status, location, text = self.ask(verb, url, form)
            if status in (302, 303):
                url, form, verb = urllib.parse.urljoin(f"http://{self.host}", location), None, "GET"
                if urllib.parse.urlsplit(url).netloc != self.host:
                    return url
                continue
            if status != 200:
                raise RuntimeError(f"{status} at {url}: {text[:300]}")
            action = re.search(r'<form[^>]*action="([^"]+)"', text)[1]
            url, verb = urllib.parse.urljoin(f"http://{self.host}", html.unescape(action)), "POST"
            form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text))
            if 'name="login"' in text:
                form |= {"login": name, "password": "any"}
        raise RuntimeError("the provider goes round in circles")


def settings(issuer, provider="peer"):
    prefix = f"ASTERISM_OIDC__{provider.upper()}__"
    return {prefix + "ISSUER": issuer, prefix + "CLIENT_ID": "asterism",
            prefix + "CLIENT_SECRET": "a-secret-of-the-tests", prefix + "NAME": "The Peers"}
