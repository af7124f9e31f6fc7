"""Signing in with a real provider that is not ours, over the real program, as a browser does it."""
import socket
import ssl
import subprocess
import tempfile
import threading
import unittest
import urllib.parse

from program import Browser, Program, free_port
from provider import Person, Provider, settings

VERA = {"handle": "vera", "email": "vera@example.org", "password": "Galaxy.Curve7"}


def path_of(url):
    parts = urllib.parse.urlsplit(url)
    return f"{parts.path}?{parts.query}"


class Identity(unittest.TestCase):
    def setUp(self):
        self.port = free_port()
        base = f"http://127.0.0.1:{self.port}"
        provider = Provider(f"{base}/accounts/peer/login/callback/",
                            f"{base}/v1/identity-flows/peer/callback")
        self.provider = provider.__enter__()
        self.addCleanup(provider.__exit__)

    def site(self):
        program = Program(env=settings(self.provider.issuer))
        program.port = self.port
        return program

    def visit(self, browser, name, process="login"):
        """There and back as Starview's client does it; where the browser ends up."""
        away = browser.ask("GET", f"/accounts/peer/login/?process={process}")
        self.assertEqual(away.status, 302, away.body)
        location = dict(away.headers)["Location"]
        back = Person(self.provider.issuer).consent(location, name)
        end = browser.ask("GET", path_of(back))
        self.assertEqual(end.status, 302, end.body)
        return dict(end.headers)["Location"]

    def test_signs_in_connects_and_lets_go(self):
        with self.site() as site:
            new = Browser(site.port)
            self.assertEqual(self.visit(new, "ada"), "/")
            me = new.ask("GET", "/v1/accounts/me").json
            self.assertEqual((me["email"], me["email_verified"]), ("ada@peers.example", True))
            self.assertEqual(new.ask("DELETE", "/v1/accounts/me/identities/1").status, 409)

            again = Browser(site.port)
            self.assertEqual(self.visit(again, "ada"), "/")
            self.assertEqual(again.ask("GET", "/v1/accounts/me").json["id"], me["id"])

            self.assertEqual(Browser(site.port).ask("POST", "/v1/accounts", VERA).status, 201)
            link = new.ask("GET", "/v1/dev/outbox").json["items"][0]["text"]
            link = link[link.index("/accounts/confirm-email/"):].split()[0]
            Browser(site.port).ask("GET", link)
            vera = Browser(site.port)
            self.assertEqual(vera.ask("POST", "/v1/sessions", {
                "identifier": "vera", "password": VERA["password"]}).status, 200)
            self.assertEqual(self.visit(vera, "ada", "connect"),
                             "/profile?error=social_already_connected")
            self.assertEqual(self.visit(vera, "vera", "connect"), "/profile?social_connected=true")
            social = vera.ask("GET", "/api/users/me/social-accounts/").json["social_accounts"][0]
            self.assertEqual((social["uid"], social["provider_name"]), ("vera", "The Peers"))

            other = Browser(site.port)
            self.assertEqual(self.visit(other, "vera"), "/")
            self.assertEqual(other.ask("GET", "/v1/accounts/me").json["handle"], "vera")
            self.assertEqual(vera.ask("DELETE", f"/api/users/me/disconnect-social/{social['id']}/")
                             .status, 200)
            self.assertEqual(vera.ask("GET", "/api/users/me/social-accounts/").json["count"], 0)

            # The native surface tells by a status what the other tells by a page.
            begun = Browser(site.port)
            location = begun.ask("POST", "/v1/identity-flows", {"provider": "peer"}).json["location"]
            back = Person(self.provider.issuer).consent(location, "ada")
            self.assertEqual(begun.ask("GET", path_of(back)).json["outcome"], "signed_in")
            self.assertEqual(begun.ask("GET", path_of(back)).json["code"], "flow_void")


class SelfSigned(unittest.TestCase):
    def test_a_provider_whose_name_nobody_vouches_for_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                     "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{folder}/key",
                     "-out", f"{folder}/cert", "-subj", "/CN=localhost"]
            subprocess.run(words, check=True, capture_output=True)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(f"{folder}/cert", f"{folder}/key")
            heard = []
            with socket.create_server(("127.0.0.1", 0)) as listener:
                def serve():
                    while True:
                        try:
                            peer, _ = listener.accept()
                            with context.wrap_socket(peer, server_side=True) as link:
                                heard.append(link.recv(100))
                        except ssl.SSLError:
                            continue
                        except OSError:
                            return
                threading.Thread(target=serve, daemon=True).start()
                issuer = f"https://localhost:{listener.getsockname()[1]}"
                with Program(env=settings(issuer)) as site:
                    refused = Browser(site.port).ask("POST", "/v1/identity-flows",
                                                     {"provider": "peer"})
                    self.assertEqual((refused.status, refused.json["code"]),
                                     (503, "provider_unavailable"))
                    self.assertEqual(Browser(site.port).ask("GET", "/readyz").status, 200)
                listener.shutdown(socket.SHUT_RDWR)
            self.assertEqual([bytes_ for bytes_ in heard if bytes_], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
