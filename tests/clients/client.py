"""Starview's web client as the server sees it: its headers, its cookies, its manners."""
import http.client
import json
import urllib.parse

from program import Answer


class Reply(Answer):
    """An answer whose body may be a picture."""

    def header(self, name):
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(found) if found else None

    def __repr__(self):
        return f"{self.status} {self.body[:400]!r}"


class Client:
    """One browser at one address. It keeps its line open, as browsers do; one thread at a time."""

    def __init__(self, port, address, jar=None, proxied=True):
        self.port, self.address, self.jar, self.proxied = port, address, dict(jar or {}), proxied
        self.line = None
        self.name = None  # of whoever is signed in

    def again(self):
        """The same person in a second tab, to ask while the first one waits."""
        other = Client(self.port, self.address, self.jar, self.proxied)
        other.name = self.name
        return other

    def headers(self, verb, csrf):
        out = {"Accept": "application/json, text/plain, */*", "Accept-Language": "en-US,en;q=0.9",
               "User-Agent": "Mozilla/5.0 (X11; Linux x86_64)", "Sec-Fetch-Site": "same-origin",
               "Referer": f"http://127.0.0.1:{self.port}/explore"}
        if self.proxied:
            out["X-Forwarded-For"] = self.address
        if self.jar:
            out["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        if verb in ("POST", "PUT", "PATCH", "DELETE"):
            out["Origin"] = f"http://127.0.0.1:{self.port}"
            token = self.jar.get("csrftoken")
            if isinstance(csrf, str):
                token = csrf
            if csrf and token:
                out["X-CSRFToken"] = urllib.parse.unquote(token)
        return out

    def ask(self, verb, path, body=None, csrf=True, **headers):
        """Without a body there is no content type either, as the client has it."""
        sent = self.headers(verb, csrf)
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
            sent["Content-Type"] = "application/json"
        for name, value in headers.items():
            sent[name.replace("_", "-")] = value
        got = self.send(verb, path, body, sent)
        for name, value in got.cookies().items():
            if value:
                self.jar[name] = value
            else:
                self.jar.pop(name, None)
        return got

    def send(self, verb, path, body, headers):
        for last in (False, True):
            fresh = self.line is None
            if fresh:
                source = None if self.proxied else (self.address, 0)
                self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40, source_address=source)
            try:
                self.line.request(verb, path, body, headers)
                got = self.line.getresponse()
                return Reply(got.status, got.getheaders(), got.read())
            except (http.client.RemoteDisconnected, ConnectionError, http.client.CannotSendRequest):
                self.close()
                if fresh or last:
                    raise
        return None

    def close(self):
        if self.line:
            self.line.close()
        self.line = None

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, body=None, **headers):
        return self.ask("POST", path, body, **headers)

    def patch(self, path, body=None):
        return self.ask("PATCH", path, body)

    def put(self, path, body=None):
        return self.ask("PUT", path, body)

    def delete(self, path):
        return self.ask("DELETE", path)

    def upload(self, path, field, files):
        """A form as the browser sends it. Files: (name, type, content)."""
        body = b""
        for name, type_, content in files:
            body += (f'--starview\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
                     f"Content-Type: {type_}\r\n\r\n").encode() + content + b"\r\n"
        return self.ask("POST", path, body + b"--starview--\r\n",
                        Content_Type="multipart/form-data; boundary=starview")

    def log_in(self, name, password, **more):
        got = self.post("/api/auth/login/", {"username": name, "password": password, **more})
        if got.status == 200:
            self.name = name
        return got
