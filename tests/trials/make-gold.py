#!/usr/bin/env python3
"""Make reports/NAME.txt and gold/NAME.json from marked/NAME.txt.

    make-gold.py [--dir DIR] [--check] [--unmarked] [NAME ...]

--dir takes another folder than this file's. --check writes nothing and fails where a file is not up to date. --unmarked lists the numbers of each report that no mark covers,
for rereading. GUIDE.md of the shared corpus says what the gold means. README.md tells how the marks are written.
"""
import argparse, json, pathlib, re, sys
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

HERE = pathlib.Path(__file__).parent
FIELDS = ["title", "issuer", "place", "year", "date", "published", "recipient", "index_number", "document_number",
          "subject_class", "contact_name", "contact_phone"]
ROLES = {"w": "work", "l": "leadership", "p": "problems", "f": "plan", "o": "other", "": None}
NOISE = {"s": "style", "i": "image", "p": "page-number", "n": "navigation", "t": "repeated-title"}
FINDINGS = {"marker-missing", "number-gap", "number-repeat", "sum-mismatch", "rate-mismatch", "date-garbled", "word-repeated",
            "stop-missing", "name-inconsistent", "privacy"}

DIGITS = dict(zip("零〇一二三四五六七八九两", [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2]))
SCALES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4}
WIDE = {ord("０") + i: str(i) for i in range(10)} | {ord("．"): ".", ord("％"): "%", ord("，"): ","}

# A unit's kind by its numerator; every unit that stands in no list must be named `count` here or carry k= in its mark.
KINDS = {
    "percent": "% 个百分点 百分点 ‰ 成",
    "money": "元 美元 块 元钱",
    "area": "亩 平方米 平方公里 公顷 ㎡ 平米",
    "length": "公里 米 千米 厘米 毫米",
    "weight": "吨 公斤 千克 斤 微克 毫克 吨标准煤 克",
    "volume": "立方米 升 方",
    "duration": "年 个月 天 小时 分钟 日 岁 个工作日 工作日 周 秒 周岁 月",
    "energy": "千瓦时 千瓦 度 兆瓦 千伏安 焦耳 千伏",
    "multiple": "倍 番",
    "count": "个 名 人 次 件 家 项 场 份 条 起 人次 户 处 所 套 台 支 座 辆 篇 期 张 类 批 宗 块 场次 批次 件次 卷 部 幅 头 只 "
             "株 盏 对 栋 间 组 位 户次 家次 封 例 趟 班次 列 架 艘 标准箱 床 张 点 门 本 册 种 字 平台 杆 桶 课时 "
             "学时 节 班 届 级 车次 台次 把 村 县 标段 户数 路 枚 副 亿 人份 剂 剂次 学位 步 环节 轮 遍 页 盘 道 片 扇 "
             "镇 村次 人家 分 席 万 台套 台（套） 颗 项次 店次 面 线 口 箱 单 笔 棵 羽 车 间次 台件 通",
}
KIND_OF = {unit: kind for kind, units in KINDS.items() for unit in units.split()}


def chinese_number(s):
    """三万五千 is 35000, 百 is 100."""
    total = section = digit = 0
    for ch in s:
        if ch in DIGITS:
            digit = digit * 10 + DIGITS[ch] if digit and not section else DIGITS[ch]
        elif ch in "十百千":
            section += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[ch]
            digit = 0
        else:
            total = (total + section + digit or 1) * {"万": 10**4, "亿": 10**8}[ch]
            section = digit = 0
    return Decimal(total + section + digit)


NUMBER = re.compile(r"(?P<n>\d[\d,]*(?:\.\d+)?|[零〇一二三四五六七八九十百千两万亿]+)")
TAIL = re.compile(r"(?P<h1>[余多来几]?)(?P<scale>万亿|亿|千万|百万|万)?(?P<h2>[余多来几]?)(?P<unit>.*)", re.S)


def read_figure(text):
    """The values, the unit and the hedge inside a figure's words."""
    plain = text.translate(WIDE)
    values, at, hedge = [], 0, None
    while True:
        m = NUMBER.match(plain, at)
        if not m:
            raise ValueError(f"no number at {plain[at:]!r}")
        n = m["n"]
        value = Decimal(n.replace(",", "")) if n[0].isdigit() else chinese_number(n)
        at = m.end()
        t = TAIL.match(plain, at)
        values.append((value, SCALES.get(t["scale"], 1), t["scale"]))
        hedge = hedge or t["h1"] or t["h2"] or None
        rest = t["unit"]
        r = re.match(r"(%?)(?:-|—|–|~|～|至|到)(?=[\d零〇一二三四五六七八九十两])", rest)
        if r and len(values) == 1:
            at = t.start("unit") + r.end()
            continue
        break
    # 3至5万人: the scale of the last number is the first one's too.
    if len(values) == 2 and values[1][2] and not values[0][2]:
        values[0] = (values[0][0], values[1][1], None)
    values = [v * s for v, s, _ in values]
    return values, rest or None, hedge


def plain_number(d):
    return int(d) if d == d.to_integral() else float(d)


def guess_iso(text, years):
    t = text.translate(WIDE)
    m = re.fullmatch(r"(\d{4})(?:年(?:度|末|底|初)?)?", t)
    if m:
        return m[1]
    m = re.fullmatch(r"(\d{4})(?:年|-|\.|/)(\d{1,2})(?:月|-|\.|/)?(?:(\d{1,2})日?)?", t)
    if m:
        return "-".join([m[1], m[2].zfill(2)] + ([m[3].zfill(2)] if m[3] else []))
    m = re.fullmatch(r"(\d{4})年(\d{1,2})(?:月)?[-—–~～至](\d{1,2})月", t)
    if m:
        return f"{m[1]}-{m[2].zfill(2)}/{m[1]}-{m[3].zfill(2)}"
    m = re.fullmatch(r"(\d{4})年?[-—–~～至](\d{4})年", t)
    if m:
        return f"{m[1]}/{m[2]}"
    raise ValueError(f"give the date {text!r} its iso")


HEAD_LINE = re.compile(r"#(\d)([wlpfo]?)([!?]*)(?:n(\d+|-))? ")
MARKER = re.compile(r"第[一二三四五六七八九十]+[章节部分条]+[、\s　]?|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]、?|[\d０-９]+[、.．]\s?|[①-⑳]")
ITEM_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": None}


def marker_number(marker):
    m = marker.translate(WIDE)
    if marker in ITEM_WORDS:
        return ITEM_WORDS[marker]
    if "①" <= m[0] <= "⑳":
        return ord(m[0]) - ord("①") + 1
    d = re.search(r"\d+", m)
    if d:
        return int(d[0])
    return int(chinese_number(re.search(r"[一二三四五六七八九十]+", m)[0]))


class Report:
    def __init__(self, name, marked):
        self.name, self.errors, self.warnings = name, [], []
        head, _, body = marked.partition("\n@@\n")
        self.meta = dict.fromkeys(FIELDS)
        self.relation_lines, self.newline, self.bom = [], "\n", False
        for line in head.splitlines():
            if not line.strip() or line.startswith("//"):
                continue
            key, _, value = line[1:].partition(" ")
            if key.rstrip("!?") in ("sum", "rate"):
                self.relation_lines.append((key, value))
            elif key == "newline":
                self.newline = {"crlf": "\r\n"}[value]
            elif key == "bom":
                self.bom = True
            elif key in FIELDS:
                self.meta[key] = int(value) if key == "year" else value
            else:
                self.errors.append(f"unknown head line {line!r}")
        self.figures, self.outline, self.items, self.dates = [], [], [], []
        self.noise, self.findings, self.ids, self.covered = [], [], {}, []
        self.section_period = [None]
        self.out = ["\ufeff"] if self.bom else []
        self.length = len(self.out)
        lines = body.split("\n")
        for i, line in enumerate(lines):
            self.line(line)
            if i < len(lines) - 1:
                self.put(self.newline)
        self.text = "".join(self.out)
        self.finish()

    def put(self, s):
        self.out.append(s)
        self.length += len(s)

    def line(self, line):
        self.period = list(self.section_period)
        self.here, begin = [], self.length
        heading = HEAD_LINE.match(line)
        noise = re.match(r"%([sipnt]) ", line)
        cut = None
        if heading:
            line = line[heading.end():]
            indent = len(line) - len(line.lstrip(" \u3000\u00a0\t"))
            entry = {"at": begin + indent}
            self.outline.append(entry)
        elif noise:
            line = line[noise.end():]
        i = 0
        while i < len(line):
            ch = line[i]
            if ch == "\\":
                self.put(line[i + 1])
                i += 2
            elif ch == "{":
                end = line.index("}", i)
                self.mark(line[i + 1:end])
                i = end + 1
            elif ch == "¦":
                cut = self.length
                i += 1
            else:
                self.put(ch)
                i += 1
        plain = "".join(self.out)[begin:]
        if heading:
            self.heading(entry, heading, plain[entry["at"] - begin:], None if cut is None else cut - entry["at"])
        if noise:
            s = plain.strip()
            start = begin + plain.index(s)
            self.noise.append({"start": start, "end": start + len(s), "kind": NOISE[noise[1]]})
        self.spread(begin, plain)

    def heading(self, entry, mark, plain, cut):
        level, role, flags, number = mark.groups()
        m = MARKER.match(plain)
        marker = m[0].rstrip(" \u3000") if m else ""
        # What is left of a lost marker (、 or ．) is no part of the title.
        begin = m.end() if m else re.match(r"[一二三四五六七八九十\d]{0,2}[、．.)）]|", plain).end()
        rest = plain[begin:]
        if cut is not None:
            title = rest[:cut - begin]
        else:
            title = re.split(r"[。！？]", rest, maxsplit=1)[0]
        n = marker_number(marker) if marker else None
        if number:
            n = None if number == "-" else int(number)
        title = title.strip(" \u3000\u00a0、").rstrip("：:。；;")
        entry.update(level=int(level), marker=marker, number=n, title=title, inferred="!" in flags or not marker,
                     role=ROLES[role], optional="?" in flags)
        if not title:
            self.errors.append(f"heading without title: {plain[:20]!r}")

    def mark(self, body):
        at = self.length
        try:
            if body.startswith("@@"):
                self.section_period = self.periods(body[2:])
                self.period = list(self.section_period)
            elif body.startswith("@"):
                self.period = self.periods(body[1:])
            elif body.startswith("#"):
                self.put(body[1:])
                self.covered.append((at, self.length))
                self.items.append({"at": at, "marker": body[1:], "number": marker_number(body[1:]),
                                   "under": self.outline[-1]["at"] if self.outline else None})
            elif re.match(r"d\??:", body):
                opt, body = body[1] == "?", body.partition(":")[2]
                text, _, iso = body.partition("=")
                self.put(text)
                self.covered.append((at, self.length))
                iso = None if iso == "null" else iso or guess_iso(text, None)
                self.dates.append({"at": at, "text": text, "iso": iso, "optional": opt})
            elif body.startswith("!"):
                kind, _, note = body[1:].partition("|")
                if kind.rstrip("?") not in FINDINGS:
                    raise ValueError(f"unknown finding {kind}")
                self.findings.append({"kind": kind.rstrip("?"), "at": at, "note": note, "optional": kind.endswith("?")})
            elif body.startswith("n:"):
                kind, _, text = body[2:].partition("|")
                self.put(text)
                self.covered.append((at, self.length))
                self.noise.append({"start": at, "end": self.length, "kind": NOISE[kind]})
            else:
                self.figure(at, body)
        except (ValueError, KeyError, IndexError) as e:
            self.errors.append(f"mark {{{body}}}: {e}")

    @staticmethod
    def periods(s):
        return [None if p in ("null", "-", "") else p for p in s.split(",")]

    def figure(self, at, body):
        text, *fields = body.split("|")
        self.put(text)
        self.covered.append((at, self.length))
        f = {"at": at, "text": text, "value": None, "unit": None, "approx": None, "kind": None, "change": None, "head": [],
             "action": None, "period": list(self.period), "optional": False, "indicators": []}
        given = {}
        for i, field in enumerate(fields):
            if i == 0 and field != "?":
                f["indicators"] = [s for s in field.split(";") if s]
            elif field in ("+", "-"):
                f["change"] = {"+": "up", "-": "down"}[field]
            elif field.startswith("~"):
                f["approx"] = field[1:]
            elif field == "?":
                f["optional"] = True
            elif re.match(r"[pkvuh]=", field):
                given[field[0]] = field[2:]
            elif field.startswith("#"):
                if field[1:] in self.ids:
                    raise ValueError(f"id {field} twice")
                self.ids[field[1:]] = f
            elif field:
                f["action"] = field
        if "v" in given:
            values, unit, hedge = [Decimal(v) for v in given["v"].split(",")], None, None
            given.setdefault("u", "")
        else:
            values, unit, hedge = read_figure(text)
        if "u" in given:
            own = unit
            unit = given["u"] or None
            if own and own != unit:
                raise ValueError(f"unit {own!r} read, {unit!r} given")
        unit = {"％": "%"}.get(unit, unit)
        f["value"] = plain_number(values[0]) if len(values) == 1 else [plain_number(v) for v in values]
        f["unit"] = unit
        f["approx"] = f["approx"] or hedge
        f["kind"] = given.get("k") or ("count" if unit is None else KIND_OF.get(unit) or KIND_OF.get(unit.split("/")[0]))
        if f["kind"] is None:
            raise ValueError(f"unit {unit!r} has no kind")
        if "p" in given:
            f["period"] = self.periods(given["p"])
        if "h" in given:
            f["head"] = given["h"].split(";")
        f["exact"] = values
        self.figures.append(f)
        self.here.append(f)

    def spread(self, begin, plain):
        """Check the words of a line's figures against the line, and add the forms with the verb where they stand together."""
        bare, skip = [], {i for f in self.here for i in range(f["at"] - begin, f["at"] - begin + len(f["text"]))}
        for i, ch in enumerate(plain):
            if i not in skip and not ch.isspace():
                bare.append(ch)
        bare, whole = "".join(bare), "".join(plain.split())
        for f in self.here:
            words = []
            for w in f["indicators"]:
                own = w.startswith("~")
                w = w.lstrip("~")
                if not own and w not in bare and w not in whole:
                    self.errors.append(f"indicator {w!r} of {f['text']} does not stand in its paragraph")
                words.append(w)
            for w in list(words):
                a = f["action"]
                if not a or a in w:
                    continue
                for joined in (a + w, a + "了" + w) + ((w + a,) if f["change"] else ()):
                    if joined in bare or joined in whole:
                        words.append(joined)
            if f["action"] and f["action"] not in bare:
                self.errors.append(f"action {f['action']!r} of {f['text']} does not stand in its paragraph")
            f["indicators"] = list(dict.fromkeys(words))
            if not words and not f["optional"]:
                self.errors.append(f"figure {f['text']} has no indicator")
            if not f["head"] and words:
                f["head"] = [min((w for w in words if not (f["action"] and w.startswith(f["action"]) and len(words) > 1)),
                                 key=len, default=words[0])]

    def finish(self):
        self.citations, depth = [], 0
        for i, ch in enumerate(self.text):
            if ch == "《":
                if not depth:
                    start = i
                depth += 1
            elif ch == "》" and depth:
                depth -= 1
                if not depth:
                    text = self.text[start:i + 1]
                    m = re.search(r"[\w（(]*〔\d{4}〕\d+号", text) or re.match(r"[（(]([^（）()《》]*〔\d{4}〕\d+号)", self.text[i + 1:i + 40])
                    self.citations.append({"at": start, "text": text, "number": m and m[m.re.groups]})
        self.relations = []
        for key, line in self.relation_lines:
            try:
                self.relation(key, line)
            except (ValueError, KeyError) as e:
                self.errors.append(f"relation {key} {line}: {e!r}")
        for entries in (self.figures, self.dates, self.items):
            for e in entries:
                words = e.get("text") or e.get("marker")
                if self.text[e["at"]:e["at"] + len(words)] != words:
                    self.errors.append(f"{words!r} is not at {e['at']}")
        for h in self.outline:
            if not self.text.startswith(h["marker"], h["at"]) or h["title"] not in self.text:
                self.errors.append(f"heading {h['title']!r} is not at {h['at']}")

    def relation(self, key, line):
        kind, said, optional = key.rstrip("!?"), "!" not in key, "?" in key
        left, right = (s.split() for s in line.split("="))
        whole = self.ids[left[0]]
        parts = [self.ids[w] for w in right if w != "/"]
        if kind == "sum":
            holds = whole["exact"][0] == sum(p["exact"][0] for p in parts)
            r = {"kind": "sum", "total": whole["at"], "parts": [p["at"] for p in parts]}
        else:
            stated = whole["exact"][0]
            scale = {"%": 100, "‰": 1000, "成": 10}.get(whole["unit"], 1)
            q = parts[0]["exact"][0] * scale / parts[1]["exact"][0]
            step = Decimal(1).scaleb(stated.as_tuple().exponent)
            holds = stated in (q.quantize(step, ROUND_HALF_UP), q.quantize(step, ROUND_DOWN))
            r = {"kind": "rate", "rate": whole["at"], "numerator": parts[0]["at"], "denominator": parts[1]["at"]}
        if holds != said:
            raise ValueError(f"said {said}, computed {holds}")
        self.relations.append(r | {"holds": holds, "optional": optional})

    def gold(self):
        keep = lambda entries, names: [{k: e[k] for k in names.split()} for e in entries]
        block = lambda entries: "[\n" + ",\n".join("  " + json.dumps(e, ensure_ascii=False) for e in entries) + "\n]"
        parts = [
            ("metadata", json.dumps(self.meta, ensure_ascii=False)),
            ("outline", block(keep(self.outline, "level marker number title at inferred role optional"))),
            ("items", block(self.items)),
            ("figures", block(keep(self.figures, "at text value unit approx kind change head action period optional indicators"))),
            ("relations", block(self.relations)),
            ("dates", block(self.dates)),
            ("citations", block(self.citations)),
            ("noise", block(self.noise)),
            ("findings", block(sorted(self.findings, key=lambda f: f["at"]))),
        ]
        return "{\n" + ",\n".join(f'"{k}": {v}' for k, v in parts) + "\n}\n"

    def unmarked(self):
        """Numbers that no mark covers, with the words around them."""
        taken = {i for a, b in self.covered for i in range(a, b)}
        taken |= {i for h in self.outline for i in range(h["at"], h["at"] + len(h["marker"]))}
        taken |= {i for n in self.noise for i in range(n["start"], n["end"])}
        for m in re.finditer(r"[\d０-９零〇一二三四五六七八九十百千万亿两半½]+", self.text):
            if m.start() not in taken:
                around = self.text[max(0, m.start() - 8):m.start()] + "[" + m[0] + "]" + self.text[m.end():m.end() + 8]
                yield around.replace("\n", "⏎").replace("\r", "")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("names", nargs="*")
    p.add_argument("--dir", type=pathlib.Path, default=HERE, help="the folder that holds marked/, reports/ and gold/")
    p.add_argument("--check", action="store_true", help="write nothing, fail where a file is not up to date")
    p.add_argument("--unmarked", action="store_true", help="list the numbers that no mark covers")
    a = p.parse_args()
    failed = False
    for source in sorted((a.dir / "marked").glob("*.txt")):
        if a.names and source.stem not in a.names:
            continue
        r = Report(source.stem, source.read_bytes().decode("utf-8"))
        for e in r.errors:
            print(f"{r.name}: {e}")
        failed |= bool(r.errors)
        for path, content in ((a.dir / "reports" / f"{r.name}.txt", r.text), (a.dir / "gold" / f"{r.name}.json", r.gold())):
            data = content.encode("utf-8")
            if a.check:
                if not path.exists() or path.read_bytes() != data:
                    print(f"{path.name} is not up to date")
                    failed = True
            elif not r.errors:
                path.write_bytes(data)
        if a.unmarked:
            print(f"{r.name}:", *r.unmarked(), sep="\n  ")
        sure = sum(not f["optional"] for f in r.figures)
        print(f"{r.name}: {len(r.text)} characters, {sure} figures and {len(r.figures) - sure} optional, {len(r.outline)} headings, "
              f"{len(r.items)} items, {len(r.dates)} dates, {len(r.citations)} citations, {len(r.relations)} relations, "
              f"{len(r.findings)} findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
