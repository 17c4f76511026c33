#!/usr/bin/env python3
"""Make reports/NAME.txt and gold/NAME.json from marked/NAME.txt, as ../trials/make-gold.py does, with three marks more.

⏎ inside a paragraph is a line break of the report, ⁀ at the end of a marked line joins it to the next one, and headings may
have the markers 1.1, （） and broken titles. README.md tells the rest.
"""
import importlib.util, pathlib, re, sys

HERE = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("make_gold", HERE.parent / "trials" / "make-gold.py")
base = importlib.util.module_from_spec(spec)
spec.loader.exec_module(base)

INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\ue000-\uf8ff]")
NESTED = re.compile(r"\d+(?:[.．]\d+)+[、.．]?\s?")
REMNANT = re.compile(r"[（(][）)]|[一二三四五六七八九十\d]{0,2}[、．.)）]|")
read_figure, guess_iso = base.read_figure, base.guess_iso


def clean(text):
    return INVISIBLE.sub("", text).replace("⏎", "").replace("\n", "")


class Report(base.Report):
    joined, last_item = False, None

    def put(self, s):
        if self.joined:
            self.joined = False
            if s == self.newline:
                return
        super().put(s.replace("⏎", self.newline))

    def line(self, line):
        joined = line.endswith("⁀")
        super().line(line.removesuffix("⁀"))
        self.joined = joined

    def mark(self, body):
        super().mark(body)
        for entries in (self.figures, self.dates):
            if entries:
                entries[-1]["text"] = entries[-1]["text"].replace("⏎", self.newline)
        if self.items and self.items[-1] is not self.last_item:
            # The contract has a number for each item: 最后 is the next after the one before.
            if self.items[-1]["number"] is None:
                self.items[-1]["number"] = self.last_item["number"] + 1
            self.last_item = self.items[-1]

    def heading(self, entry, mark, plain, cut):
        level, role, flags, number = mark.groups()
        m = NESTED.match(plain) or base.MARKER.match(plain)
        marker = m[0].rstrip(" \u3000") if m else ""
        begin = m.end() if m else REMNANT.match(plain).end()
        rest = plain[begin:]
        title = rest[:cut - begin] if cut is not None else re.split(r"[。！？]", rest, maxsplit=1)[0]
        n = None
        if marker:
            last = re.findall(r"\d+", marker)
            n = int(last[-1]) if NESTED.match(marker) else base.marker_number(marker)
        if number:
            n = None if number == "-" else int(number)
        title = clean(title).strip(" \u3000\u00a0、").rstrip("：:。；;")
        entry.update(level=int(level), marker=marker, number=n, title=title, inferred="!" in flags or not marker,
                     role=base.ROLES[role], optional="?" in flags)
        if not title:
            self.errors.append(f"heading without title: {plain[:20]!r}")

    def spread(self, begin, plain):
        super().spread(begin, INVISIBLE.sub(" ", plain))

    def finish(self):
        super().finish()
        whole = clean(self.text)
        for h in self.outline:
            if h["title"] in whole:
                self.errors = [e for e in self.errors if not e.startswith(f"heading {h['title']!r} is not at")]


base.read_figure = lambda text: read_figure(clean(text))
base.guess_iso = lambda text, years: guess_iso(clean(text), years)
base.Report, base.HERE = Report, HERE

if __name__ == "__main__":
    sys.exit(base.main())
