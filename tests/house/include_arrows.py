#!/usr/bin/python3
"""Names every #include that points the wrong way through the house.

  include_arrows.py PROJECT        exit 1 where an arrow is wrong
  include_arrows.py --self-test    checks the checker on made-up lines

A room may include itself and the rooms that MAY_INCLUDE gives it, and some libraries belong to one room alone.
"""
import pathlib
import re
import sys

BELOW_ENGLISH = ["base", "text", "rdf"]
MAY_INCLUDE = {
    "base": [],
    "text": ["base"],
    "rdf": ["base"],
    "english": BELOW_ENGLISH,
    "pack": [*BELOW_ENGLISH, "english"],
    "extract": [*BELOW_ENGLISH, "english", "pack"],
    "knowledge": [*BELOW_ENGLISH, "english", "pack", "extract"],
    "cli": [*BELOW_ENGLISH, "english", "pack", "extract", "knowledge"],
}
# The first part of an included path, and the only room of src/ that may include it.
OWNED = {"serd": "rdf", "sord": "no room", "CLI": "cli", "gtest": "no room", "gmock": "no room", "benchmark": "no room"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def wrong_arrow(room, line):
    """Why this line of a file in src/ROOM may not stand there, or None."""
    match = INCLUDE.match(line)
    if not match:
        return None
    quote, path = match.groups()
    first = path.split("/")[0]
    owner = OWNED.get(first)
    if owner and owner != room:
        return f"{first} belongs to {owner}, not to {room}"
    if quote != '"':
        return f"our own headers are included in quotes: {path}" if first in MAY_INCLUDE and "/" in path and path.endswith(".h") else None
    if first not in MAY_INCLUDE or "/" not in path:
        return f"not a path from src/: {path}"
    if first != room and first not in MAY_INCLUDE[room]:
        return f"{room} may not include {first}"
    return None


def check(project):
    """Every wrong arrow of PROJECT/src, as file:line: why."""
    source, found, files = pathlib.Path(project) / "src", [], 0
    for file in sorted(source.rglob("*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        files += 1
        room = file.relative_to(source).parts[0]
        if room not in MAY_INCLUDE:
            found.append(f"{file}: src/{room} is not a room of the house")
            continue
        for number, line in enumerate(file.read_text("utf8").splitlines(), 1):
            if why := wrong_arrow(room, line):
                found.append(f"{file}:{number}: {why}")
    return found, files


def self_test():
    allowed = [("rdf", "#include <serd/serd.h>"), ("cli", "#include <CLI/CLI.hpp>"), ("pack", '#include "text/document.h"'),
               ("text", '#include "text/reader.h"'), ("base", "#include <vector>"), ("base", '// see "cli/main.h"'), ("cli", '#  include "base/result.h"')]
    wrong = [("base", '#include "text/document.h"'), ("text", '#include "rdf/term.h"'), ("rdf", '#include "text/document.h"'),
             ("english", '#include "pack/pack.h"'), ("extract", ' # include "knowledge/build.h"'), ("rdf", "#include <sord/sord.h>"),
             ("knowledge", "#include <serd/serd.h>"), ("knowledge", "#include <CLI/App.hpp>"),
             ("base", "#include <gtest/gtest.h>"), ("base", '#include "utf8.h"'), ("text", "#include <base/utf8.h>")]
    return ([f"calls right wrong: {room}: {line}" for room, line in allowed if wrong_arrow(room, line)] +
            [f"lets through: {room}: {line}" for room, line in wrong if not wrong_arrow(room, line)])


def main():
    if sys.argv[1:] == ["--self-test"]:
        found = self_test()
    else:
        found, files = check(sys.argv[1])
        if not files:
            found = [f"no source files in {sys.argv[1]}/src"]
    print(*found, sep="\n", file=sys.stderr)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
