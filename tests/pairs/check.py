"""Whether the labels of the pairs stand where the figures end.

    python3 tests/pairs/check.py [FILE…]

For each FILE (all of this folder where none is named): labels are unique within a text, 落实 labels have
their 计划, `!` and `~` stand only on pairs, a sentence marked `!` does stand in the first text, the section
titles do stand in the texts, and each figure that Gangmu finds ends at a label and each label ends a figure.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
COMMAND = HERE.parent.parent / "bin" / "gangmu.js"
LABEL = re.compile(r"⟨([^⟨⟩\n]+)⟩")
OPENING = re.compile(r"^== (first|second|sections)(?:: (.+))? ==$")
STOPS = "。！？；\n"


def blocks(path):
    """The blocks of a pair by name, as texts with labels."""
    found, name = {}, None
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        opening = OPENING.match(line.rstrip("\n"))
        if opening:
            name = opening[1]
            found[name] = ""
        elif name:
            found[name] += line
        elif not line.startswith("# "):
            raise SystemExit(f"{path}: a line before the first text that is no comment")
    return found


def plain(marked):
    """The text without its labels, and the labels with the offset each stood at."""
    text, labels, after = "", [], 0
    for match in LABEL.finditer(marked):
        text += marked[after : match.start()]
        labels.append((len(text), match[1]))
        after = match.end()
    return text + marked[after:], labels


def sentence(text, at):
    """The sentence that ends at or holds the offset."""
    start = max(text.rfind(stop, 0, at - 1) for stop in STOPS) + 1
    end = min((n for n in (text.find(stop, at) for stop in STOPS) if n >= 0), default=len(text))
    return text[start:end]


def outcome(text):
    """What Gangmu reads: figures and outline. Its offsets are UTF-16, as ours are while no character is astral."""
    assert all(ord(character) < 0x10000 for character in text)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        command = ["node", str(COMMAND), file.name, "--parts", "figures,outline"]
        return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def titles(nodes):
    """The titles of the first two levels, in reading order."""
    for node in nodes:
        yield node["title"]
        for child in node["children"]:
            yield child["title"]


def check(path):
    """What is wrong with a pair, a line each; and its counts."""
    found, wrong = blocks(path), []
    if not {"first", "second"} <= found.keys():
        return ["has not two texts"], {}
    texts, figures, plans, read = {}, {}, {}, {}
    for side in ("first", "second"):
        text, labels = plain(found[side])
        texts[side], figures[side], plans[side] = text, {}, {}
        for at, label in labels:
            plan = re.match(r"(计划|落实):(.+)$", label)
            if plan:
                if (plan[1] == "计划") != (side == "first"):
                    wrong.append(f"{side}: {label} belongs in the other text")
                if text[at - 1] not in "。；":
                    wrong.append(f"{side}: {label} does not stand behind a stop")
                if plan[2] in plans[side] and side == "first":
                    wrong.append(f"{side}: {label} stands twice")
                plans[side][plan[2]] = at
                continue
            name = label.rstrip("!~")
            if name in figures[side]:
                wrong.append(f"{side}: {label} stands twice")
            if name != label and side == "first":
                wrong.append(f"{side}: {label} has a mark of the second text")
            figures[side][name] = (at, label[len(name) :])
        read[side] = outcome(text)
        ends = {figure["span"][1]: figure for figure in read[side]["figures"]}
        starts = {at: name for name, (at, _) in figures[side].items()}
        for at in sorted(ends.keys() - starts.keys()):
            wrong.append(f"{side}: no label behind {text[max(0, at - 12):at]}")
        for at in sorted(starts.keys() - ends.keys()):
            wrong.append(f"{side}: no figure before {text[max(0, at - 12):at]}⟨{starts[at]}⟩")
    for name in plans["second"].keys() - plans["first"].keys():
        wrong.append(f"落实:{name} has no 计划")
    for name, (at, marks) in figures["second"].items():
        if marks and name not in figures["first"]:
            wrong.append(f"{name}{marks} has no partner")
        if "!" in marks and sentence(texts["second"], at) not in texts["first"]:
            wrong.append(f"{name}! does not stand word for word in the first text")
    if "sections" in found:
        for side, column in (("first", 0), ("second", 1)):
            named = [line.split("|")[column].strip() for line in found["sections"].splitlines() if line.strip()]
            named = [title for title in named if title]
            there = list(titles(read[side]["outline"]))
            wrong += [f"{side}: no heading {title}" for title in named if title not in there]
            wrong += [f"{side}: heading {title} is not under sections" for title in there if title not in named]
    shared = figures["first"].keys() & figures["second"].keys()
    return wrong, {
        "characters": [sum(not character.isspace() for character in texts[side]) for side in texts],
        "figures": [len(figures[side]) for side in figures],
        "pairs": len(shared),
        "plans": [len(plans["first"]), len(plans["second"])],
        "standing": sum("!" in marks for _, marks in figures["second"].values()),
        "lost": sum("~" in marks for _, marks in figures["second"].values()),
    }


def main():
    """Check the files named, or all of this folder."""
    paths = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(HERE.glob("*.txt"))
    failed = False
    for path in paths:
        wrong, counts = check(path)
        print(path.name, json.dumps(counts))
        for line in wrong:
            print("   ", line)
        failed = failed or bool(wrong)
    return failed


if __name__ == "__main__":
    sys.exit(main())
