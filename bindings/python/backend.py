"""Builds the wheel (PEP 517) with CMake and the standard library, for the interpreter that runs this."""
import base64
import contextlib
import fcntl
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OPTIONS = {"SHELLS": "OFF", "TESTS": "OFF", "EXAMPLES": "OFF", "STRICT": "OFF", "PYTHON": "ON"}


def version():
    text = (ROOT / "CMakeLists.txt").read_text()
    return re.search(r"project\(\s*asterism\s+VERSION\s+([\d.]+)", text)[1]


def dist_info():
    return f"asterism-{version()}.dist-info"


def tag():
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    platform = re.sub(r"\W", "_", sysconfig.get_platform())
    return f"{python}-{python}-{platform}"


def metadata():
    """The files of the .dist-info folder, but for RECORD."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]
    return {
        "METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {version()}\n"
                    f"Summary: {project['description']}\nLicense: {project['license']['text']}\n"
                    f"License-File: LICENSE\nRequires-Python: {project['requires-python']}\n",
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: asterism\nRoot-Is-Purelib: false\nTag: {tag()}\n",
        "LICENSE": (ROOT / "LICENSE").read_text(),
    }


@contextlib.contextmanager
def build_folder(interpreter):
    """One for each interpreter, used by one build at a time; beside the sources if it can be."""
    name = f"python-{hashlib.sha256(interpreter.encode()).hexdigest()[:8]}"
    try:
        folder = ROOT / "build" / name
        folder.mkdir(parents=True, exist_ok=True)
        lock = open(folder / "LOCK", "w")
    except OSError:
        with tempfile.TemporaryDirectory(prefix="asterism-") as folder:
            yield pathlib.Path(folder)
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def configure(folder, interpreter):
    cache = folder / "CMakeCache.txt"
    settings = {
        "CMAKE_BUILD_TYPE": "Release",
        "CMAKE_CXX_FLAGS_RELEASE": "-O2 -DNDEBUG",
        # What is built tells nobody where it was built.
        "CMAKE_CXX_FLAGS": " ".join(f'"-ffile-prefix-map={place}=."' for place in (folder, ROOT)),
        "Python_EXECUTABLE": interpreter,
        **{f"ASTERISM_{name}": value for name, value in OPTIONS.items()},
    }
    words = ["cmake", "-S", ROOT, "-B", folder, *(f"-D{name}={value}" for name, value in settings.items())]
    if not cache.exists() or f"CMAKE_HOME_DIRECTORY:INTERNAL={ROOT}\n" not in cache.read_text():
        words += ["--fresh", *(["-G", "Ninja"] if shutil.which("ninja") else [])]
    run(words)


def run(words):
    try:
        subprocess.run(words, check=True)
    except FileNotFoundError:
        sys.exit("CMake is not installed.\nThe package is built with it.\nInstall what is missing: cmake/setup.sh")
    except subprocess.CalledProcessError as failure:
        sys.exit(failure.returncode)


def build(target):
    """Puts the package into the folder `target`."""
    interpreter = os.path.realpath(sys.executable)  # of a virtual environment, the one it was made with
    parallel = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL", str(os.cpu_count()))
    with build_folder(interpreter) as folder:
        configure(folder, interpreter)
        run(["cmake", "--build", folder, "--target", "asterism_python", "--parallel", parallel])
        run(["cmake", "--install", folder, "--component", "asterism_python", "--prefix", target, "--strip"])


def record_line(name, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}\n"


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = pathlib.Path(metadata_directory, dist_info())
    folder.mkdir()
    for name, text in metadata().items():
        (folder / name).write_text(text)
    return folder.name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    wheel = f"asterism-{version()}-{tag()}.whl"
    with tempfile.TemporaryDirectory(prefix="asterism-") as staging:
        build(staging)
        files = {path.relative_to(staging).as_posix(): path.read_bytes()
                 for path in sorted(pathlib.Path(staging).rglob("*")) if path.is_file()}
    files |= {f"{dist_info()}/{name}": text.encode() for name, text in metadata().items()}
    record = "".join(record_line(*file) for file in files.items()) + f"{dist_info()}/RECORD,,\n"
    files[f"{dist_info()}/RECORD"] = record.encode()
    with zipfile.ZipFile(pathlib.Path(wheel_directory, wheel), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)  # of 1980: the same sources give the same bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if name.endswith((".so", "/asterism-images")) else 0o644) << 16
            archive.writestr(entry, data)
    return wheel
