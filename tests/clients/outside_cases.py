"""A service of others that is slow, gone or talks nonsense: its own answers say so in time, and nobody else waits.

Runs last, because a service that fails again and again is left alone for a while."""
import threading
import time

import services
from shapes import exactly
from starview_case import Case
from starview_shapes import SKY_ERROR

MOST = 18  # seconds: the contract's ten, and what a busy machine adds


class Outside(Case):
    people = ("ada",)

    def test_1_a_silent_service_keeps_nobody_else_waiting(self):
        server, got = self.site.services.server, []

        def ask(path):
            begin = time.monotonic()
            answer = self.site.visitor().get(path)
            got.append((path, answer, time.monotonic() - begin))

        paths = [f"/api/weather/?lat={services.SILENT}.{at}&lng=10" for at in range(8)]
        paths += [f"/api/directions/?origin={services.SILENT},10&destination=62,11"] * 4
        threads = [threading.Thread(target=ask, args=(path,)) for path in paths]
        for thread in threads:
            thread.start()
        self.assertTrue(server.waiting.wait(20), "the service has been asked")
        ada, place = self.person("ada"), self.place(name="Meanwhile")
        for path in ("/api/auth/status/", f"/api/locations/{place}/", "/api/locations/", "/api/moon-phases/",
                     "/api/bortle/?lat=40&lng=10.2", "/explore"):
            self.assertEqual(ada.get(path).status, 200, path)
        self.assertEqual(got, [], "and all of this while the others still wait")
        for thread in threads:
            thread.join()
        server.let_go.set()
        for path, answer, took in got:
            self.assertLess(took, MOST, path)
            if "weather" in path:
                self.assertEqual(self.told(answer, 503, SKY_ERROR)["error"], "service_unavailable")
            else:
                self.assertIn(answer.status, (502, 503, 504), repr(answer))
                self.shaped(answer.json, exactly(error="filled"))

    def test_2_what_failed_is_not_kept(self):
        for lat in (services.GONE, services.NONSENSE):
            body = self.told(self.site.visitor().get(f"/api/weather/?lat={lat}&lng=10"), 503, SKY_ERROR)
            self.assertEqual(body["error"], "service_unavailable")
            self.assertNotIn("hello", str(body), "nothing of what the service said")
            got = self.site.visitor().get(f"/api/directions/?origin={lat},10&destination=66,11")
            self.assertIn(got.status, (502, 503), repr(got))
            self.shaped(got.json, exactly(error="filled"))
