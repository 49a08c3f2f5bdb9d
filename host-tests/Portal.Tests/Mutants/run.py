#!/usr/bin/env python3
"""Removes each rule of docs/portal.md from a copy of the portal and looks whether the tests of the rule fail.

    host-tests/Portal.Tests/Mutants/run.py [RULE...] [--scratch FOLDER]

All mutants of mutants.txt are built into one copy, each behind a switch, so there is one build. Then the tests of the
rules run once with nothing switched on, and those of each rule with its mutant. Exit code 0: every mutant was killed.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
TESTS = "host-tests/Portal.Tests"
SWITCH = """namespace IqosDevice.Portal;

public static class Mutant
{
    private static readonly string? Name = System.Environment.GetEnvironmentVariable("PORTAL_MUTANT");

    public static bool Is(string name) => name == Name;
}
"""


def read_mutants():
    """Rules and edits (file, old, new) of each mutant."""
    for block in re.split(r"^@ ", (HERE / "mutants.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        rules, *lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        edits, file, last = [], None, None
        for line in lines:
            kind, text = line[:2], line[2:]
            if kind not in ("- ", "+ "):
                file, last = line, None
                continue
            if kind == "- " and last != "- ":
                edits.append([file, [], []])
            edits[-1][1 if kind == "- " else 2].append(text)
            last = kind
        yield rules.split(), [(file, "\n".join(old), "\n".join(new)) for file, old, new in edits]


def apply(root, name, edits):
    for file, old, new in edits:
        path = root / "emulator/Portal" / file
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            sys.exit(f"{name}: {file} holds {text.count(old)} times: {old}")
        path.write_text(text.replace(old, new.replace("MUTANT", f'global::IqosDevice.Portal.Mutant.Is("{name}")')), encoding="utf-8")


def copy(root):
    files = subprocess.run(["git", "ls-files", "-coz", "--exclude-standard"], cwd=REPOSITORY, check=True, capture_output=True).stdout
    for file in files.decode().split("\0"):
        if file and (REPOSITORY / file).is_file():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / file, root / file)


def run(root, rules, mutant=""):
    """Failed and all tests of some rules."""
    command = ["dotnet", str(root / TESTS / "bin/Debug/net10.0/IqosDevice.Portal.Tests.dll"), "-noColor"]
    for rule in rules:
        command += ["-trait", f"Rule={rule}"]
    # Of tests that fail none opens a debugger or a window; what is left over of one is not waited for.
    output = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=900, env={**os.environ, "PORTAL_MUTANT": mutant}).stdout
    found = re.search(r"Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+)", output)
    if not found:
        sys.exit(f"{mutant or 'without a mutant'}: the tests did not run\n{output}")
    total, errors, failed, skipped = map(int, found.groups())
    return errors + failed, total - skipped


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rules", nargs="*", help="only these")
    parser.add_argument("--scratch", help="folder of the copy; a temporary one otherwise")
    options = parser.parse_args()
    root = pathlib.Path(options.scratch or tempfile.mkdtemp(prefix="portal-mutants")).resolve()
    root.mkdir(parents=True, exist_ok=True)
    copy(root)
    mutants = [(f"{rules[0]}-{number}", rules, edits) for number, (rules, edits) in enumerate(read_mutants(), 1)]
    for name, _, edits in mutants:
        apply(root, name, edits)
    (root / "emulator/Portal/Mutant.cs").write_text(SWITCH, encoding="utf-8")
    subprocess.run(["dotnet", "build", TESTS, "-v", "q", "-nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false"], cwd=root, check=True)

    chosen = [(name, rule) for name, rules, _ in mutants for rule in rules if not options.rules or rule in options.rules]
    failed, total = run(root, sorted({rule for _, rule in chosen}))
    if failed:
        sys.exit(f"without a mutant {failed} of {total} tests fail")
    print(f"without a mutant all {total} tests pass", flush=True)
    survivors = 0
    for name, rule in chosen:
        failed, total = run(root, [rule], name)
        survivors += not failed
        print(f"{'killed  ' if failed else 'SURVIVED'} {name}: {failed} of {total} tests of {rule} fail", flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} mutants killed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
