"""Opening, closing, threads, forks and the end of the interpreter."""
import os
import subprocess
import sys
import threading
import unittest

import asterism
from support import PASSWORD, LibraryCase, OnPostgresql

DAEMONS = """
import sys, threading, time, asterism
library = asterism.Library(sys.argv[1])
def work():
    while True:
        try: library.log_in(identifier="nobody", password="Correct-horse!")
        except asterism.Refused: pass
for _ in range(4): threading.Thread(target=work, daemon=True).start()
time.sleep(0.3)
"""


class Lifetime(LibraryCase):
    def test_what_is_closed_stays_closed(self):
        self.assertIs(self.library.closed, False)
        for _ in range(2):
            self.library.close()
            self.assertIs(self.library.closed, True)
            for call in (self.library.read_outbox, lambda: self.library.log_in(identifier="a", password="b")):
                with self.assertRaisesRegex(RuntimeError, "closed"):
                    call()

    def test_with_closes_whatever_happens(self):
        with self.assertRaises(ZeroDivisionError):
            with asterism.Library(self.folder) as library:
                1 / 0
        self.assertIs(library.closed, True)

    def test_what_was_never_opened_is_not_used(self):
        class Early(asterism.Library):
            def __init__(self):
                self.read_outbox()

        for make in (Early, lambda: asterism.Library.__new__(asterism.Library).read_outbox()):
            with self.assertRaisesRegex(RuntimeError, "never opened"):
                make()

    def test_eight_threads_work_at_once(self):
        failures = []

        def work(number):
            try:
                for turn in range(4):
                    handle = f"user-{number}-{turn}"
                    self.library.register_account(
                        handle=handle, email=f"{handle}@example.org", password=PASSWORD)
                    assert self.library.who_am_i(actor=handle)["handle"] == handle
                    assert asterism.sky.moon()["illumination"] <= 1
            except BaseException as failure:
                failures.append(failure)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])
        self.assertEqual(len(self.library.read_outbox(limit=200)["items"]), 32)

    def test_python_goes_on_while_a_password_is_hashed(self):
        self.member()
        done = threading.Event()

        def work():
            for _ in range(10):
                self.library.log_in(identifier="ada", password=PASSWORD)
            done.set()

        thread = threading.Thread(target=work)
        thread.start()
        turns = 0
        while not done.wait(0.001):
            turns += 1
        thread.join()
        self.assertGreater(turns, 10)

    def test_closing_waits_for_calls_that_have_begun(self):
        outcomes = []

        def work(number):
            try:
                while True:
                    self.library.log_in(identifier=f"nobody-{number}", password=PASSWORD)
            except (asterism.SignInRequired, asterism.Forbidden):
                work(number + 100)
            except RuntimeError as failure:
                outcomes.append(str(failure))

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        self.library.close()
        for thread in threads:
            thread.join()
        self.assertEqual(set(outcomes), {"This library is closed."})
        self.assertEqual(len(outcomes), 8)

    def test_a_fork_may_not_use_it_and_harms_nobody(self):
        child = os.fork()
        if child == 0:
            try:
                self.library.read_outbox()
            except RuntimeError as failure:
                self.library.close()
                del self.library
                os._exit(0 if "fork" in str(failure) else 1)
            os._exit(1)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
        self.assertEqual(self.library.read_outbox(), {"items": []})

    def test_the_interpreter_may_end_while_threads_work(self):
        for _ in range(3):
            program = subprocess.run([sys.executable, "-c", DAEMONS, self.folder], capture_output=True, timeout=60)
            self.assertEqual((program.returncode, program.stderr), (0, b""))


class LifetimeOnPostgresql(OnPostgresql, Lifetime):
    test_with_closes_whatever_happens = None
    test_the_interpreter_may_end_while_threads_work = None


if __name__ == "__main__":
    unittest.main()
