#!/usr/bin/python3
"""Names lines that no file of the project may hold: forbidden.py PROJECT, or --self-test.

Paths of one machine, work left undone, hosts of package registries (each machine has its own mirror), numbers of a tracker that readers
cannot open.
"""
import pathlib
import re
import subprocess
import sys

# In pieces, so that this file does not find itself.
PATTERNS = {
    "a path of one machine": r"(?<![\w.>])/(" + "work|root|home" + r")/(?!user\b)\w",
    "work left undone": r"\b(TO" + "DO|FIX" + r"ME)\b",
    "a registry's host": r"registry\." + r"(npmjs\.org|yarnpkg\.com)|(files\.pythonhosted|py" + r"pi)\.org|(deb|security)\.debian\.org|proxy\.golang\.org",
    "a tracker's number": r"\b([Ii]ssue|[Tt]icket)" + r" #\d",
    "an address of one network": r"\b(10\.\d+|192\.168|172\.(1[6-9]|2\d|3[01]))" + r"\.\d+\.\d+\b",
}
COMPILED = {what: re.compile(pattern) for what, pattern in PATTERNS.items()}


def problems(line):
    return [what for what, pattern in COMPILED.items() if pattern.search(line)]


def project_files(project):
    """The files that git knows or would add; without git, all outside build folders."""
    listed = subprocess.run(["git", "-C", str(project), "ls-files", "-co", "--exclude-standard", "-z"], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, check=False)
    if listed.returncode == 0:
        return [project / name for name in listed.stdout.decode().split("\0") if name]
    return [file for file in project.rglob("*") if not file.relative_to(project).parts[0].startswith((".git", "build"))]


def check(project):
    found, read = [], 0
    for file in sorted(project_files(project)):
        try:
            lines = file.read_text("utf8").splitlines() if file.is_file() else []
        except UnicodeDecodeError:
            continue
        read += 1
        found += [f"{file}:{number}: {what}: {line.strip()[:100]}" for number, line in enumerate(lines, 1) for what in problems(line)]
    return found if read else [f"no files in {project}"]


def self_test():
    bad = ["see /wo" + "rk/main/src", "// TO" + "DO: later", "https://reg" + "istry.npmjs.org/x", "as issue" + " #12 says", "host 10" + ".1.2.3", "/ro" + "ot/x"]
    good = ["network/work/flow", "framework/ok", "a todo list", "version 1.2.3.4", "https://w3id.org/testudo/kb#", "$HOME/.cache", "/tmp/x", "~/work"]
    return [f"lets through: {line}" for line in bad if not problems(line)] + [f"forbids: {line}" for line in good if problems(line)]


def main():
    found = self_test() if sys.argv[1:] == ["--self-test"] else check(pathlib.Path(sys.argv[1]))
    print(*found, sep="\n", file=sys.stderr)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
