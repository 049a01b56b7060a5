#!/usr/bin/python3
"""Runs clang-tidy over src/: clang_tidy.py PROJECT BUILD [--jobs N]. Exit 77 (skipped) without clang-tidy.

A file that passed is remembered by the content of everything of ours that it includes, of its command and of .clang-tidy, so a second run
only reads what changed. The memory is in $XDG_CACHE_HOME/testudo/tidy (~/.cache/…), a file of no bytes for each pass.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def reached(file, source, seen):
    """Adds the file and everything of ours that it includes to seen."""
    if file in seen or not file.is_file():
        return
    seen.add(file)
    for path in INCLUDE.findall(file.read_text("utf8")):
        for folder in (source, file.parent):
            reached(folder / path, source, seen)


def fingerprint(entry, source, common):
    """One digest for all that could change what clang-tidy says of a file."""
    files, digest = set(), hashlib.sha256(common)
    reached(pathlib.Path(entry["file"]), source, files)
    # Where the build folder lies does not matter; what is compiled and how does.
    words = [word for word in shlex.split(entry["command"]) if word.startswith(("-D", "-std", "-isystem", "-f", "-W"))]
    digest.update(json.dumps(words).encode())
    for file in sorted(files):
        digest.update(str(file.relative_to(source)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("project", type=pathlib.Path)
    cli.add_argument("build", type=pathlib.Path)
    cli.add_argument("--jobs", type=int, default=2)
    a = cli.parse_args()
    tool = shutil.which("clang-tidy")
    if not tool:
        print("clang-tidy is missing; on Debian: apt-get install clang-tidy", file=sys.stderr)
        sys.exit(1 if os.environ.get("TESTUDO_NO_SKIPS") else 77)

    source = a.project.resolve() / "src"
    entries = [e for e in json.loads((a.build / "compile_commands.json").read_text("utf8"))
               if pathlib.Path(e["file"]).is_relative_to(source) and pathlib.Path(e["file"]).suffix == ".cpp"]
    if not entries:
        sys.exit(f"no file of {source} in {a.build}/compile_commands.json")
    version = subprocess.run([tool, "--version"], stdout=subprocess.PIPE, check=True).stdout
    common = version + (a.project / ".clang-tidy").read_bytes()
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "testudo" / "tidy"
    cache.mkdir(parents=True, exist_ok=True)

    def tidy(entry):
        """What clang-tidy finds in a file; the empty string where there is nothing."""
        passed = cache / fingerprint(entry, source, common)
        if passed.exists():
            return ""
        done = subprocess.run([tool, "--quiet", "-p", str(a.build), entry["file"]], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              encoding="utf8", check=False)
        if done.returncode == 0:
            passed.touch()
            return ""
        return done.stdout or done.stderr

    with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
        found = [said for said in pool.map(tidy, entries) if said]
    # A finding in a header is told by every file that includes it: once is enough.
    print("\n".join(dict.fromkeys(line for said in found for line in said.splitlines())))
    print(f"{len(entries)} files, {len(found)} with findings")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
