"""The built program with a certificate: what it speaks, what it refuses, and that HUP renews it."""
import os
import pathlib
import signal
import socket
import ssl
import subprocess
import tempfile
import unittest

from program import Browser, Program, free_port, run, until

PASSWORD = "Correct.Horse7"


def make_certificate(folder, name, serial):
    """A certificate for this machine that vouches for itself, as (certificate, key)."""
    certificate, key = pathlib.Path(folder, name + ".pem"), pathlib.Path(folder, name + ".key")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes", "-keyout", str(key), "-out", str(certificate), "-days", "2",
                    "-subj", "/CN=" + name, "-set_serial", str(serial),
                    "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
    os.chmod(key, 0o600)
    return certificate, key


def openssl_client(port, *flags):
    """What `openssl s_client` makes of the server, as (exit code, what it said)."""
    got = subprocess.run(["openssl", "s_client", "-connect", f"127.0.0.1:{port}", *flags],
                         input="", capture_output=True, text=True, timeout=30)
    return got.returncode, got.stdout + got.stderr


class WithCertificate(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="asterism-tls-")
        self.addCleanup(home.cleanup)
        self.home = home.name
        self.certificate, self.key = make_certificate(self.home, "first", 1)
        self.trust = ssl.create_default_context(cafile=str(self.certificate))

    def flags(self):
        return ["--tls-certificate", str(self.certificate), "--tls-key", str(self.key)]


class Sealed(WithCertificate):
    def site(self, *more, env=None):
        return Program(*self.flags(), *more, tls=self.trust, env=env)

    def serial(self, port):
        # One that trusts everybody: what is asked is who answers.
        with socket.create_connection(("127.0.0.1", port), timeout=30) as link:
            anyone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            anyone.check_hostname, anyone.verify_mode = False, ssl.CERT_NONE
            with anyone.wrap_socket(link) as sealed:
                der = sealed.getpeercert(binary_form=True)
        text = subprocess.run(["openssl", "x509", "-inform", "der", "-noout", "-serial"], input=der,
                              check=True, capture_output=True).stdout.decode()
        return int(text.strip().split("=")[1], 16)

    def put(self, certificate, key):
        """In one step each, as a program that renews certificates does."""
        os.replace(certificate, self.certificate)
        os.replace(key, self.key)

    def test_a_browser_signs_in_over_https_with_secure_cookies(self):
        with self.site() as site:
            self.assertIn(f"https://127.0.0.1:{site.port}\n", site.said())
            person = Browser(site.port, self.trust)
            registered = person.ask("POST", "/v1/accounts", {
                "handle": "vera", "email": "vera@example.org", "password": PASSWORD})
            self.assertEqual(registered.status, 201)
            mail = person.ask("GET", "/v1/dev/outbox").body
            self.assertIn(f"https://127.0.0.1:{site.port}/accounts/confirm-email/", mail)
            link = mail[mail.index("/accounts/confirm-email/"):].split("\\n")[0].split('"')[0]
            person.ask("GET", link)
            answer = person.ask("POST", "/v1/sessions", {"identifier": "vera", "password": PASSWORD},
                                headers={"Origin": f"https://127.0.0.1:{site.port}"})
            self.assertEqual(answer.status, 200, answer.body)
            for name, value in answer.headers:
                if name.lower() == "set-cookie":
                    self.assertIn("; Secure", value)
            self.assertIn("__Host-sessionid", person.jar)
            self.assertIn("Strict-Transport-Security", dict(answer.headers))
            self.assertEqual(person.ask("GET", "/v1/accounts/me").status, 200)

    def test_openssl_agrees_on_what_is_spoken(self):
        with self.site() as site:
            weak = ["-cipher", "ALL:@SECLEVEL=0"]
            for flags, wanted in ((["-tls1_3"], "TLSv1.3"), (["-tls1_2"], "TLSv1.2"),
                                  (["-alpn", "h2,http/1.1"], "ALPN protocol: http/1.1")):
                code, said = openssl_client(site.port, *flags)
                self.assertEqual(code, 0, said)
                self.assertIn(wanted, said)
            for flags in (["-tls1_1", *weak], ["-tls1", *weak], ["-alpn", "h2"],
                          ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"],
                          ["-tls1_2", "-cipher", "AES128-GCM-SHA256"]):
                code, said = openssl_client(site.port, *flags)
                self.assertNotEqual(code, 0, flags)
                self.assertIn("Cipher is (NONE)", said)

    def test_hup_takes_the_new_certificate_and_drops_nobody(self):
        with self.site() as site:
            with socket.create_connection(("127.0.0.1", site.port), timeout=30) as plain:
                with self.trust.wrap_socket(plain, server_hostname="127.0.0.1") as held:
                    self.put(*make_certificate(self.home, "second", 2))
                    self.assertEqual(self.serial(site.port), 1)
                    site.process.send_signal(signal.SIGHUP)
                    until(lambda: self.serial(site.port) == 2, "the new certificate is served")
                    held.sendall(b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                    self.assertTrue(held.recv(1000).startswith(b"HTTP/1.1 200 "))
            self.assertIsNone(site.process.poll())

    def test_hup_with_a_broken_file_keeps_the_old_certificate_and_says_so(self):
        with self.site() as site:
            self.certificate.write_text("nothing of use\n")
            site.process.send_signal(signal.SIGHUP)
            until(lambda: str(self.certificate) in site.said(), "the log names the file")
            self.assertIn("error", site.said().lower())
            self.assertEqual(self.serial(site.port), 1)
            site.stop()
            self.assertEqual(site.process.returncode, 0)

    def test_without_a_certificate_hup_ends_it(self):
        with Program() as site:
            self.assertEqual(site.stop(signal.SIGHUP), 0)

    def test_plain_http_is_sent_to_https_by_hosts_that_are_ours(self):
        port = free_port()
        with self.site("--tls-redirect-listen", f"127.0.0.1:{port}", "--site-hosts", "127.0.0.1",
                       "--site-base-url", "https://stars.example") as site:
            got = Browser(port).ask("GET", "/v1/sky/moon?at=2026-11-24T14:53:00Z")
            self.assertEqual(got.status, 308)
            self.assertEqual(dict(got.headers)["Location"],
                             "https://stars.example/v1/sky/moon?at=2026-11-24T14:53:00Z")
            self.assertEqual(Browser(port).ask("POST", "/v1/sessions", {"a": 1}).status, 308)
            evil = Browser(port).ask("GET", "/", headers={"Host": "evil.example"})
            self.assertEqual((evil.status, dict(evil.headers).get("Location")), (400, None))
            for probe in ("/livez", "/readyz", "/health/"):
                told = Browser(port).ask("GET", probe, headers={"Host": "10.0.0.7"})
                self.assertEqual((told.status, dict(told.headers).get("Strict-Transport-Security")), (200, None), probe)
            self.assertEqual(site.stop(), 0)


class Refusals(WithCertificate):
    def refused(self, *words, flags=(), env=None):
        got = run("serve", "--listen", f"127.0.0.1:{free_port()}", "--data", self.home + "/data", *flags, env=env)
        self.assertEqual(got.returncode, 3, got.stderr)
        self.assertEqual(len(got.stderr.strip().splitlines()), 3, got.stderr)
        for word in words:
            self.assertIn(str(word), got.stderr)

    def test_a_key_that_is_not_the_certificates(self):
        _, other = make_certificate(self.home, "other", 3)
        self.refused(other, self.certificate, "is not that of",
                     flags=["--tls-certificate", str(self.certificate), "--tls-key", str(other)])

    def test_a_file_that_is_not_there(self):
        self.refused("/nowhere/chain.pem",
                     flags=["--tls-certificate", "/nowhere/chain.pem", "--tls-key", str(self.key)])

    def test_half_of_it(self):
        self.refused("tls.key", flags=["--tls-certificate", str(self.certificate)])
        self.refused("tls.certificate", flags=["--tls-key", str(self.key)])
        self.refused("tls.certificate", flags=["--tls-redirect-listen", "127.0.0.1:0"])

    def test_production_wants_a_key_that_nobody_else_can_read(self):
        safe = ["--mode", "production", "--site-base-url", "https://stars.example", "--site-hosts",
                "stars.example", "--mail-smtp-host", "localhost", *self.flags()]
        os.chmod(self.key, 0o644)
        self.refused(self.key, "chmod 600", flags=safe)


if __name__ == "__main__":
    unittest.main(verbosity=2)
