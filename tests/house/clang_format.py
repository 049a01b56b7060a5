#!/usr/bin/python3
"""Says which C++ files are not as clang-format would write them: clang_format.py PROJECT. Exit 77 (skipped) without clang-format."""
import os
import pathlib
import shutil
import subprocess
import sys


def main():
    tool = shutil.which("clang-format")
    if not tool:
        print("clang-format is missing; on Debian: apt-get install clang-format", file=sys.stderr)
        sys.exit(1 if os.environ.get("TESTUDO_NO_SKIPS") else 77)
    project = pathlib.Path(sys.argv[1])
    files = sorted(file for folder in ("src", "tests", "examples") for file in (project / folder).rglob("*") if file.suffix in (".h", ".cpp"))
    if not files:
        sys.exit(f"no C++ files in {project}")
    done = subprocess.run([tool, "--dry-run", "--Werror", "-ferror-limit=1", *map(str, files)], stderr=subprocess.PIPE, encoding="utf8", check=False)
    wrong = sorted({line.split(":")[0] for line in done.stderr.splitlines() if "[-Wclang-format-violations]" in line})
    if wrong:
        print("Not formatted; clang-format -i would mend:", *wrong, sep="\n  ", file=sys.stderr)
    elif done.returncode:
        print(done.stderr, file=sys.stderr)
    sys.exit(bool(done.returncode))


if __name__ == "__main__":
    main()
