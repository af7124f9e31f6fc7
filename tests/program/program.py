"""The built program as its users run it: a server in a folder of its own, asked over HTTP."""
import http.client
import json
import os
import pathlib
import resource
import signal
import socket
import subprocess
import tempfile
import time
import uuid

BINARY = os.environ["ASTERISM_PROGRAM"]
POSTGRESQL = os.environ.get("ASTERISM_TEST_POSTGRESQL", "")
UNLIMITED = {"ASTERISM_LIMITS__ENABLED": "false"}  # for tests that ask more than a person would


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fresh_postgresql():
    """A database of its own in the tests' private cluster, as a URL."""
    if not POSTGRESQL:
        raise RuntimeError("ASTERISM_TEST_POSTGRESQL is not set: run tests/run.sh")
    name = "walk_" + uuid.uuid4().hex[:12]
    subprocess.run(["psql", "-q", "-d", POSTGRESQL, "-c", f"CREATE DATABASE {name}"], check=True)
    before, _, query = POSTGRESQL.partition("?")
    return f"{before.rsplit('/', 1)[0]}/{name}?{query}"


def postgresql_beside(url, *names):
    """Makes databases of those names on the same server."""
    for name in names:
        subprocess.run(["psql", "-q", "-d", url, "-c", f"CREATE DATABASE {name}"], check=True)
    return url


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def cookies(self):
        lines = [value for name, value in self.headers if name.lower() == "set-cookie"]
        return dict(line.split(";")[0].split("=", 1) for line in lines)


class Browser:
    """Keeps cookies and sends the CSRF token back, as a web client does. Over TLS with an ssl context."""

    def __init__(self, port, tls=None):
        self.port, self.tls, self.jar = port, tls, {}

    def ask(self, verb, path, body=None, csrf=True, headers=None, cookies=True):
        sent = dict(headers or {})
        if cookies and self.jar:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        if csrf is True and "csrftoken" in self.jar:
            sent["X-CSRFToken"] = self.jar["csrftoken"]
        elif isinstance(csrf, str):
            sent["X-CSRFToken"] = csrf
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        link = (http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, context=self.tls) if self.tls
                else http.client.HTTPConnection("127.0.0.1", self.port, timeout=30))
        link.request(verb, path, body=body, headers=sent)
        got = link.getresponse()
        answer = Answer(got.status, got.getheaders(), got.read().decode())
        link.close()
        for name, value in answer.cookies().items():
            if value:
                self.jar[name] = value
            else:
                self.jar.pop(name, None)
        return answer


class Visitor(Browser):
    """Somebody who calls the server by one tenant's name."""

    def __init__(self, port, host):
        super().__init__(port)
        self.host = host

    def ask(self, verb, path, body=None, headers=None, **more):
        return super().ask(verb, path, body, headers={"Host": f"{self.host}:{self.port}", **(headers or {})}, **more)


class Program:
    """One running server. `with Program() as site:`"""

    def __init__(self, *flags, database="", folder=None, env=None, tls=None, files=None, patience=30):
        self.home = None if folder else tempfile.TemporaryDirectory(prefix="asterism-test-")
        self.folder = pathlib.Path(folder or self.home.name) / "data"
        self.port = free_port()
        self.database = database
        self.tls = tls
        self.flags = list(flags)
        self.env = {**clean_environment(), **(env or {})}
        self.files = files  # the most it may have open
        self.patience = patience  # how many seconds its start may take
        self.process = None

    def start(self):
        for _ in range(3):
            try:
                return self.start_once()
            except RuntimeError:
                if self.process.poll() != 7:
                    raise
                self.port = free_port()  # another test was quicker
        raise RuntimeError("no free port")

    def spawn(self):
        """Begins, and does not wait for it to be up."""
        words = [BINARY, "serve", "--listen", f"127.0.0.1:{self.port}", *self.where(), *self.flags]
        self.log = open(self.folder.parent / "server.log", "ab")
        self.process = subprocess.Popen(words, stdout=self.log, stderr=self.log, env=self.env,
                                        preexec_fn=self.limit if self.files else None)

    def start_once(self):
        self.spawn()
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}:\n{self.said()}")
            try:
                if Browser(self.port, self.tls).ask("GET", "/livez").status == 200:
                    return self
            except OSError:
                time.sleep(0.01)
        raise RuntimeError(f"the server did not answer within {self.patience} s")

    def limit(self):
        resource.setrlimit(resource.RLIMIT_NOFILE, (self.files, self.files))

    def where(self):
        flags = ["--data", str(self.folder)]
        return flags + (["--database", self.database] if self.database else [])

    def said(self):
        return (self.folder.parent / "server.log").read_text(errors="replace")

    def stop(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(timeout=30)
        self.log.close()
        return self.process.returncode

    def run(self, *words, stdin=None):
        """Another verb of the program on the same data."""
        return run(*words, *self.where(), stdin=stdin, env=self.env)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
        if self.home:
            self.home.cleanup()


def clean_environment():
    """Without settings of whoever runs the tests."""
    return {name: value for name, value in os.environ.items()
            if not name.startswith(("ASTERISM_", "DATABASE_URL", "REDIS_URL", "PORT"))}


def run(*words, stdin=None, env=None):
    return subprocess.run([BINARY, *words], input=stdin, capture_output=True, text=True,
                          env=env or clean_environment(), timeout=60)


def until(condition, what, seconds=20):
    """Waits for what another thread does, without a fixed sleep; asks ever less often, so that a slow machine does not
    use up a limit by asking."""
    deadline = time.monotonic() + seconds
    pause = 0.02
    while time.monotonic() < deadline:
        got = condition()
        if got:
            return got
        time.sleep(pause)
        pause = min(1.5 * pause, 0.5)
    raise AssertionError(f"never happened: {what}")
