"""Services of others on loopback, in their real formats: Open-Meteo's weather and OpenRouteService's ways.

What is asked decides the mood: latitudes 61 (nothing is said until it is let go), 62 (gone), 63 (nonsense)."""
import datetime
import http.server
import json
import threading
import urllib.parse
import zoneinfo

SILENT, GONE, NONSENSE = 61, 62, 63
KEY = "a-key-of-the-tests"


def temperature(day, hour, archive):
    """So that a mean over years is known: the archive's years differ by a degree."""
    return (day.year % 100 if archive else 10) + hour / 4


def figure(name, day, hour, archive):
    if name == "temperature_2m":
        return temperature(day, hour, archive)
    if name == "visibility" and archive:
        return None
    if name == "weather_code":
        return 3
    return (len(name) + hour) % 100


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def say(self, status, body):
        text = body if isinstance(body, str) else json.dumps(body)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def in_mood(self, latitude):
        """Whether the answer is an ordinary one."""
        if latitude == SILENT:
            self.server.waiting.set()
            self.server.let_go.wait(60)
            self.close_connection = True
            return False
        if latitude == GONE:
            self.say(503, "down")
            return False
        if latitude == NONSENSE:
            self.say(200, "<html>hello</html>")
            return False
        return True

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        self.server.asked.append((url.path, query))
        if self.in_mood(int(float(query["latitude"]))):
            self.say(200, weather(query, url.path == "/v1/archive"))

    def do_POST(self):
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, {**sent, "key": self.headers["Authorization"]}))
        (west, south), (east, north) = sent["coordinates"]
        if not self.in_mood(int(south)):
            return
        line = [[west, south], [(west + east) / 2, (south + north) / 2], [east, north]]
        summary = {"distance": 1300.4, "duration": 95.2}
        self.say(200, {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"segments": [], "way_points": [0, 2], "summary": summary},
             "geometry": {"type": "LineString", "coordinates": line}}]})


def weather(query, archive):
    zone = query["timezone"]
    now = datetime.datetime.now(zoneinfo.ZoneInfo(zone))
    if archive:
        first, last = (datetime.date.fromisoformat(query[name]) for name in ("start_date", "end_date"))
    else:
        first = now.date() - datetime.timedelta(days=int(query.get("past_days", 0)))
        last = now.date() + datetime.timedelta(days=int(query["forecast_days"]) - 1)
    days = [first + datetime.timedelta(days=n) for n in range((last - first).days + 1)]
    hours = [(day, hour) for day in days for hour in range(24)]
    hourly = {"time": [f"{day}T{hour:02}:00" for day, hour in hours]}
    for name in query["hourly"].split(","):
        hourly[name] = [figure(name, day, hour, archive) for day, hour in hours]
    out = {"latitude": float(query["latitude"]), "longitude": float(query["longitude"]), "generationtime_ms": 0.2,
           "utc_offset_seconds": 0, "timezone": zone, "hourly_units": {"time": "iso8601"}, "hourly": hourly}
    if "current" in query:
        out["current"] = {"time": f"{now:%Y-%m-%dT%H:%M}", "interval": 900,
                          **{name: 42 for name in query["current"].split(",")}}
    return out


class Services:
    def __enter__(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.asked, self.server.waiting, self.server.let_go = [], threading.Event(), threading.Event()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.let_go.set()
        self.server.shutdown()
        self.server.server_close()

    def asked(self, path):
        return [query for where, query in self.server.asked if where == path]

    def settings(self):
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        return {"ASTERISM_WEATHER__FORECAST_URL": base + "/v1/forecast",
                "ASTERISM_WEATHER__ARCHIVE_URL": base + "/v1/archive",
                "ASTERISM_DIRECTIONS__URL": base + "/v2/directions/driving-car/geojson",
                "ASTERISM_DIRECTIONS__KEY": KEY}
