"""Sets up a checkout: the environment `.venv` as constraints.txt names it, and a browser for the tests.

`python3 -m bot` and `python3 -m tests` come through here. Standard library only, and only syntax that Python
3.6 reads: a Python that is too old, or that Debian ships without `venv`, must still be able to say what is
missing.

Everything is installed inside `.venv`, so a Python that its distribution manages (PEP 668) and a pip that
insists on an environment (PIP_REQUIRE_VIRTUALENV) are both content. The system is touched only with apt-get,
only as root or with a sudo that asks nothing, and only for what Debian may lack: `pythonX.Y-venv`, the
libraries that print PDFs, and `chromium` for the tests.
"""

import contextlib
import ctypes
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from typing import Iterator, NoReturn

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.path.join(ROOT, ".venv")
ENVIRONMENT_PYTHON = os.path.join(ENVIRONMENT, "bin", "python")

# What the pinned versions run on.
OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# What prints PDFs loads these, and Debian's packages that they are in.
PRINTING = (
    ("libpango-1.0.so.0", "libpango-1.0-0"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
    ("libharfbuzz.so.0", "libharfbuzz0b"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset0"),
    ("libfontconfig.so.1", "libfontconfig1"),
)

# Run by each Python found: its version, can it make environments, has it pip, and what to make them with.
PROBE = """
import sys
from importlib.util import find_spec
print("%d %d" % sys.version_info[:2])
print(find_spec("venv") is not None and find_spec("ensurepip") is not None)
print(find_spec("pip") is not None)
print(getattr(sys, "_base_executable", None) or sys.executable)
"""


SHORT_HELP = """\
Cancelbot: customers cancel by chat, and hold a proof. This folder is not set up, or not as it is now.

    python3 -m bot run      set up and run: http://127.0.0.1:8700/ with a demo brand
    python3 -m tests        set up and pass everything

Both install into .venv in this folder. After that, python3 -m bot --help lists all commands; README.md
tells of them."""


class Python:
    """A Python interpreter found on this machine, and what it can do."""

    def __init__(self, report: str) -> None:
        version, can_make, has_pip, base = report.splitlines()
        major, minor = version.split()
        self.version = (int(major), int(minor))
        self.can_make_environments = can_make == "True"
        self.has_pip = has_pip == "True"
        self.base = base

    def is_supported(self) -> bool:
        return OLDEST_PYTHON <= self.version <= NEWEST_PYTHON


# --- what the two commands call


def is_installed() -> bool:
    """Tell whether this very interpreter has Cancelbot installed, with all it needs."""
    if sys.version_info < OLDEST_PYTHON:
        return False
    from importlib.metadata import PackageNotFoundError, distribution  # not in Python 3.6

    try:
        distribution("cancelbot")
    except PackageNotFoundError:
        return False
    return True


def run_installed(arguments: "list[str]") -> None:
    """Set the checkout up if need be and become `cancelbot` with these arguments. Does not return."""
    if not is_up_to_date("") and ("--help" in arguments or "--version" in arguments):
        print(SHORT_HELP)
        raise SystemExit(0)
    set_up()
    command = os.path.join(ENVIRONMENT, "bin", "cancelbot")
    sys.stdout.flush()
    os.execv(command, [command, *arguments])


def set_up(extra: str = "") -> str:
    """Make `.venv` hold what pyproject.toml and constraints.txt ask for, and return the path of its Python.

    extra: an extra of pyproject.toml ("test") or nothing. What is set up already costs a few milliseconds.
    """
    refuse_link()
    if not is_up_to_date(extra):
        with environment_locked():
            # Somebody else may have done it while we waited.
            if not is_up_to_date(extra):
                make_environment()
                install_project(extra)
                set_up_press()
                write_stamps(extra)
    return ENVIRONMENT_PYTHON


def set_up_browser() -> str:
    """Find a Chromium for the tests, installing one if need be, and return its path. After set_up("test")."""
    path = find_chromium()
    if not path:
        install_chromium()
        path = find_chromium()
    if not path:
        stop(
            "the browser tests need Chromium, and it could not be installed. Run one of:",
            "sudo apt-get update && sudo apt-get install -y chromium",
            quote([ENVIRONMENT_PYTHON, "-m", "playwright", "install", "--with-deps", "chromium"]),
        )
    return path


def set_up_press(needed: "tuple[tuple[str, str], ...]" = PRINTING) -> bool:
    """See to the libraries that print PDFs; tell whether they are there.

    Without them everything but the PDF works, so what cannot be installed is said and no more.
    """
    missing = missing_packages(needed)
    if missing:
        apt_install(*missing)
        missing = missing_packages(needed)
    if missing:
        say("confirmations go without a PDF until these are installed, as root:")
        say("    apt-get update && apt-get install -y " + " ".join(missing))
    return not missing


def missing_packages(needed: "tuple[tuple[str, str], ...]") -> "list[str]":
    return [package for library, package in needed if not loads(library)]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def refuse_link() -> None:
    """Leave an environment alone that is another folder's: installing would turn it to this checkout."""
    if os.path.islink(ENVIRONMENT):
        stop(
            "%s is a link to %s, which would be installed anew for this checkout. Remove the link to set up "
            "an environment of its own, or run this checkout in the other one:"
            % (ENVIRONMENT, os.path.realpath(ENVIRONMENT)),
            "rm " + quote([ENVIRONMENT]),
            "PYTHONPATH=%s %s -m bot.cli run" % (quote([ROOT]), quote([ENVIRONMENT_PYTHON])),
        )


# --- is there anything to do?


def is_up_to_date(extra: str) -> bool:
    try:
        with open(stamp_path(extra)) as stamp:
            return stamp.read() == wanted_stamp() and os.path.exists(ENVIRONMENT_PYTHON)
    except OSError:
        return False


def stamp_path(extra: str) -> str:
    return os.path.join(ENVIRONMENT, "cancelbot-%s.stamp" % (extra or "run"))


def wanted_stamp() -> str:
    """Return a hash of what an environment is made from. The folder counts: scripts inside name it."""
    digest = hashlib.sha256(ROOT.encode("utf-8", "surrogateescape"))
    for name in ("pyproject.toml", "constraints.txt"):
        with open(os.path.join(ROOT, name), "rb") as source:
            digest.update(b"\0" + source.read())
    return digest.hexdigest()


def write_stamps(extra: str) -> None:
    """Note what is installed. An extra comes on top of the program, so its set-up counts for both."""
    for name in {"", extra}:
        with open(stamp_path(name), "w") as stamp:
            stamp.write(wanted_stamp())


@contextlib.contextmanager
def environment_locked() -> Iterator[None]:
    """Let one process at a time set up: two at once would leave half of each."""
    import fcntl

    try:
        os.makedirs(ENVIRONMENT, exist_ok=True)
        # The folder itself, not a file in it: making the environment anew empties it.
        folder = os.open(ENVIRONMENT, os.O_RDONLY)
    except OSError as error:
        stop("cannot write to %s (%s). Run this as the owner of the folder." % (ROOT, error.strerror))
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


# --- the environment


def make_environment() -> None:
    existing = probe(ENVIRONMENT_PYTHON)
    if existing and existing.is_supported() and existing.has_pip:
        return
    python = find_python()
    say("making .venv with Python %d.%d" % python.version)
    run([python.base, "-m", "venv", "--clear", ENVIRONMENT])


def install_project(extra: str) -> None:
    say("installing what constraints.txt names into .venv (a minute or so the first time)")
    pip = [
        ENVIRONMENT_PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-c",
        "constraints.txt",
    ]
    # The build tool comes first and pinned, so that pip need not fetch one of its own choice.
    run([*pip, "hatchling"])
    run([*pip, "--no-build-isolation", "--editable", ".[%s]" % extra if extra else "."])


def find_python() -> Python:
    """Find a Python that can make the environment; install Debian's venv package if only that is missing."""
    found = [python for python in map(probe, python_candidates()) if python and python.is_supported()]
    for python in found:
        if python.can_make_environments:
            return python
    if not found:
        stop(
            "needs Python %d.%d to %d.%d; this is %d.%d and PATH has no other. On Debian 12 or newer:"
            % (OLDEST_PYTHON + NEWEST_PYTHON + tuple(sys.version_info[:2])),
            "sudo apt-get update && sudo apt-get install -y python3 python3-venv",
        )
    return with_venv_package(found[0])


def python_candidates() -> "list[str]":
    """List the interpreters to try: this one, those that PATH knows by version, and its python3."""
    minors = range(OLDEST_PYTHON[1], NEWEST_PYTHON[1] + 1)
    names = ["python3.%d" % minor for minor in minors] + ["python3"]
    paths = [shutil.which(name) for name in names]
    return [sys.executable] + [path for path in paths if path]


def probe(path: str) -> "Python | None":
    """Ask an interpreter what it is; None if it does not answer (a pyenv shim for an inactive version)."""
    try:
        report = subprocess.check_output(
            [path, "-c", PROBE], stderr=subprocess.DEVNULL, env=clean_variables()
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return Python(report.decode())


def with_venv_package(python: Python) -> Python:
    """Install Debian's package for environments and return the same Python, now able to make them."""
    package = "python%d.%d-venv" % python.version
    apt_install(package)
    again = probe(python.base)
    if not again or not again.can_make_environments:
        stop(
            "%s lacks the modules venv and ensurepip. On Debian and Ubuntu they are in a package:"
            % python.base,
            "sudo apt-get update && sudo apt-get install -y " + package,
        )
    return again


# --- the browser


def find_chromium() -> str:
    """Return the path of a Chromium that starts: the system's, else playwright's own, else nothing."""
    for name in CHROMIUM_NAMES:
        path = shutil.which(name)
        if path and starts(path):
            return path
    path = playwright_chromium()
    return path if path and starts(path) else ""


def playwright_chromium() -> str:
    """Return where playwright keeps its own Chromium, whether or not it is there."""
    ask = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    try:
        return (
            subprocess.check_output([ENVIRONMENT_PYTHON, "-c", ask], stderr=subprocess.DEVNULL)
            .decode()
            .strip()
        )
    except (OSError, subprocess.CalledProcessError):
        return ""


def starts(path: str) -> bool:
    """Tell whether a browser runs: it may lack libraries, and Ubuntu's is a note that asks for a snap."""
    try:
        return subprocess.call([path, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def install_chromium() -> None:
    """Try the system's package, then playwright's own browser. What fails shows its own message."""
    if apt_install("chromium") and find_chromium():
        return
    playwright = [ENVIRONMENT_PYTHON, "-m", "playwright", "install"]
    say("no Chromium from the system: trying playwright's own")
    with_libraries = ["--with-deps"] if root_prefix() == [] else []
    call(playwright + with_libraries + ["chromium"])


# --- the system


def apt_install(*packages: str) -> bool:
    """Install Debian packages if that is possible without asking anybody; tell whether it worked."""
    prefix = root_prefix()
    if prefix is None or not shutil.which("apt-get"):
        return False
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o=Dpkg::Use-Pty=0"]
    say("installing %s with apt-get" % " ".join(packages))
    call([*apt, "update"])  # a stale list may do as well
    return call([*apt, "install", "-y", "--no-install-recommends", *packages]) == 0


def root_prefix() -> "list[str] | None":
    """Return what to write before a command to run it as root: nothing, a sudo that asks nothing, or None."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.call([sudo, "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    ):
        return [sudo, "-n"]
    return None


def clean_variables() -> "dict[str, str]":
    """Return the environment variables for what runs here, without those that would lead it elsewhere."""
    variables = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"):
        variables.pop(name, None)
    variables["PIP_USER"] = "0"  # pip refuses --user inside an environment
    # dpkg and useradd live where an ordinary PATH does not look.
    variables["PATH"] = os.pathsep.join(
        [variables.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin", "/sbin"]
    )
    return variables


def call(command: "list[str]") -> int:
    """Run a command in the checkout, its output on standard error, and return its exit code."""
    sys.stderr.flush()
    return subprocess.call(command, cwd=ROOT, env=clean_variables(), stdout=sys.stderr)


def run(command: "list[str]") -> None:
    """Run a command that must work."""
    if call(command) != 0:
        stop(
            "setting up failed at this command; its message stands above:",
            "cd %s && %s" % (quote([ROOT]), quote(command)),
        )


def quote(command: "list[str]") -> str:
    return " ".join(shlex.quote(word) for word in command)


def say(message: str) -> None:
    print("cancelbot: " + message, file=sys.stderr)


def stop(message: str, *commands: str) -> NoReturn:
    """End with a message and the commands that would help, each on a line of its own to copy."""
    raise SystemExit("\n    ".join(("cancelbot: " + message, *commands)))
