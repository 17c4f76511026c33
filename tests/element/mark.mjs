/** Marks in a page: painted by ranges, in old browsers by boxes, and nothing of the page is changed by either. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { html, isReady, open, troubles, until, write } from "../element-pages.mjs";

/** @typedef {import("../element-pages.mjs").Page} Page */
/** @typedef {Window & { gangmu: typeof import("../../js/mark.js") & typeof import("../../js/lazy.js"), marks: import("../../js/mark.js").Marks, kept: Element }} Marking */

const ARTICLE = `
<article id="root">
  <h1>清溪镇2021年工作报告</h1>
  <h2>一、主要举措</h2>
  <p>全年开展<a href="#there">讲座</a><b>1<i>2</i></b>次，
    受众<span>1.1</span>万<em>余</em>人次<span hidden>不计</span>，依据《<u>清溪镇</u>普法办法》。</p>
  <table><tr><th>事项</th><th>数量</th></tr><tr><td>邻里</td><td>18件</td></tr><tr><td>𬭚业😀</td><td>12&nbsp;件</td></tr></table>
  <h2>二、下一步安排</h2>
  <p>2022年3月1日前受理纠纷30件，，其中邻里18件、合同11件。</p>
</article>`;

before(() => {
  write("mark.html", html(`<p>前</p>${ARTICLE}<p>后</p><div class="tall"></div><div id="box"><div id="inner"><div class="room"></div>一、会议<br>召开会议7次。<div class="tall"></div></div></div><script type="module" src="/marking.js"></script>`));
  write("page.css", "body { margin: 20px; font: 16px/1.6 sans-serif } .tall { height: 1500px } .room { height: 150px } #box { height: 200px; overflow: auto }");
});

/** @param {"today" | "80"} version */
async function openArticle(version) {
  const page = await open("mark.html", { version });
  await isReady(page);
  await page.evaluate(() => /** @type {Marking} */ (/** @type {unknown} */ (window)).gangmu.load());
  return page;
}

/** @param {Page} page @param {{ overlay?: boolean }} [options] */
const markArticle = (page, options = {}) =>
  page.evaluate((given) => {
    const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
    const root = /** @type {Element} */ (document.getElementById("root"));
    my.marks = my.gangmu.mark(root, (text) => my.gangmu.parse(text), given);
    return my.marks.marked.map(({ kind, span }) => [kind, my.marks.text.slice(...span), my.marks.rangeOf(span).toString().replace(/\s+/g, " ")]);
  }, options);

/** What a reader and the page's own scripts see of the article, without any mark. */
const state = () => {
  const root = /** @type {Element} */ (document.getElementById("root"));
  const selection = /** @type {Selection} */ (getSelection());
  selection.selectAllChildren(root);
  const copied = selection.toString();
  /** @type {string[]} */
  const copies = [];
  const onCopy = (/** @type {ClipboardEvent} */ event) => copies.push(String(getSelection()), String(event.clipboardData && event.clipboardData.types));
  document.addEventListener("copy", onCopy);
  document.execCommand("copy");
  document.removeEventListener("copy", onCopy);
  const found = ["12次", "1.1", "余人次", "《清溪镇普法办法》", "18件"].map((words) => {
    selection.collapse(root, 0);
    const find = /** @type {Window & { find: (words: string, ...how: boolean[]) => boolean }} */ (/** @type {unknown} */ (window)).find;
    const is = find.call(window, words, false, false, true);
    return [words, is, is ? String(selection.getRangeAt(0).startOffset) : "", String(selection)];
  });
  selection.removeAllRanges();
  return { markup: root.outerHTML, nodes: root.getElementsByTagName("*").length, copied, copies, found };
};

/** What has been painted: names with the words of their ranges. */
const painted = () =>
  Array.from(CSS.highlights, ([name, ranges]) => [name, Array.from(ranges, (range) => String(range).replace(/\s+/g, " "))]).sort();

const WORDS = [
  ["figure", "12次", "12次"],
  ["figure", "1.1万余人次", "1.1万余人次"],
  ["figure", "18件", "18件"],
  ["figure", "12\u00a0件", "12 件"],
  ["figure", "30件", "30件"],
  ["figure", "18件", "18件"],
  ["figure", "11件", "11件"],
];

test("every mark is the words it claims, by name in the registry", async () => {
  const page = await openArticle("today");
  const marked = await markArticle(page);
  assert.deepStrictEqual(marked.filter(([kind]) => kind === "figure"), WORDS);
  for (const [kind, words, range] of marked) assert.equal(range.replace("不计", ""), words.replace(/\s+/g, " "), kind);
  const kinds = Object.fromEntries(/** @type {[string, string[]][]} */ (await page.evaluate(painted)));
  assert.deepStrictEqual(kinds["gangmu-figure"], WORDS.map(([, , words]) => words));
  assert.deepStrictEqual(kinds["gangmu-heading"], ["一、主要举措", "二、下一步安排"]);
  assert.deepStrictEqual(kinds["gangmu-citation"], ["《清溪镇普法办法》"]);
  assert.ok(kinds["gangmu-date"].includes("2022年3月1日"), String(kinds["gangmu-date"]));
  assert.ok(Object.keys(kinds).some((name) => name.startsWith("gangmu-finding-")), Object.keys(kinds).join());
  await page.context().close();
});

for (const version of /** @type {const} */ (["today", "80"])) {
  test(`copying, finding, the selection and the markup are as before (Chromium ${version})`, async () => {
    const page = await openArticle(version);
    const before = await page.evaluate(state);
    // The old headless build finds nothing at all.
    assert.ok(version === "80" || before.found.every(([, is]) => is), JSON.stringify(before.found));
    await markArticle(page);
    assert.deepStrictEqual(await page.evaluate(state), before);
    await page.evaluate(() => /** @type {Marking} */ (/** @type {unknown} */ (window)).marks.clear());
    assert.deepStrictEqual(await page.evaluate(state), before);
    await page.context().close();
  });
}

/** The middle of the words of a figure, by index. @param {number} index */
const middleOf = (index) => {
  const { marks } = /** @type {Marking} */ (/** @type {unknown} */ (window));
  const place = marks.marked.filter(({ kind }) => kind === "figure")[index];
  const range = marks.rangeOf(place.span);
  const rect = range.getClientRects()[0];
  const hit = marks.figureAt(rect.left + 2, rect.top + rect.height / 2);
  const beside = marks.figureAt(rect.left - 3, rect.top + rect.height / 2);
  const at = marks.at(range.startContainer, range.startOffset).map(({ kind, index: nth }) => `${kind} ${nth}`);
  return { hit: hit && marks.text.slice(...hit.span), beside: beside && marks.text.slice(...beside.span), at, back: marks.spanOf(range), span: place.span };
};

for (const version of /** @type {const} */ (["today", "80"])) {
  test(`what stands at a place of the window or of the DOM (Chromium ${version})`, async () => {
    const page = await openArticle(version);
    await markArticle(page);
    for (const [index, [, words]] of WORDS.entries()) {
      const { hit, beside, at, back, span } = await page.evaluate(middleOf, index);
      assert.equal(hit, words);
      assert.equal(beside, null);
      assert.ok(at.includes(`figure ${index}`), String(at));
      assert.deepStrictEqual(back, span);
    }
    await page.context().close();
  });
}

/** Each figure's boxes, and where its words are drawn; both in the window's coordinates. @param {string} selector of the marked element */
const boxes = (selector = "#root") => {
  const { marks } = /** @type {Marking} */ (/** @type {unknown} */ (window));
  const layer = document.querySelector(".gangmu-overlay");
  const edges = (/** @type {DOMRect} */ { left, top, right, bottom }) => [left, top, right, bottom].map(Math.round).join(" ");
  const drawn = layer ? Array.from(layer.querySelectorAll(".gangmu-figure"), (box) => edges(box.getBoundingClientRect())) : [];
  const walker = document.createRange();
  const words = marks.marked
    .filter(({ kind }) => kind === "figure")
    .map(({ span }) => {
      const range = marks.rangeOf(span);
      walker.setStart(range.startContainer, range.startOffset);
      walker.setEnd(range.startContainer, range.startContainer === range.endContainer ? range.endOffset : (range.startContainer.nodeValue || "").length);
      return edges(walker.getClientRects()[0]);
    });
  return { drawn, words, selector, clicks: layer ? getComputedStyle(layer).pointerEvents : "" };
};

for (const [version, overlay] of /** @type {const} */ ([["80", false], ["today", true]])) {
  test(`boxes lie on the words and follow them (Chromium ${version})`, async () => {
    const page = await openArticle(version);
    await markArticle(page, { overlay });
    const isOnWords = (/** @type {ReturnType<typeof boxes>} */ { drawn, words }) => words.length === WORDS.length && words.every((box) => drawn.includes(box));
    const first = await until(page, boxes, isOnWords);
    assert.equal(first.clicks, "none");
    await page.evaluate(() => scrollTo(0, 60));
    const scrolled = await until(page, boxes, isOnWords);
    assert.notDeepEqual(scrolled.drawn, first.drawn);
    await page.setViewportSize({ width: 300, height: 700 });
    const narrow = await until(page, boxes, isOnWords);
    assert.notDeepEqual(narrow.drawn, scrolled.drawn);
    await page.evaluate(() => document.body.insertAdjacentHTML("afterbegin", '<div class="room"></div>'));
    await until(page, boxes, isOnWords);
    // A link under a box is still what is clicked.
    const link = await page.evaluate(() => {
      const { left, top } = /** @type {Element} */ (document.querySelector("#root a")).getBoundingClientRect();
      const element = document.elementFromPoint(left + 3, top + 5);
      return element && element.localName;
    });
    assert.equal(link, "a");
    await page.evaluate(() => /** @type {Marking} */ (/** @type {unknown} */ (window)).marks.clear());
    assert.equal(await page.evaluate(() => document.querySelectorAll(".gangmu-overlay, [class^=gangmu-]").length), 0);
    await page.context().close();
  });
}

test("boxes end where the box that scrolls ends; choosing scrolls there", async () => {
  const page = await openArticle("today");
  const count = () => document.querySelectorAll(".gangmu-overlay .gangmu-figure").length;
  await page.evaluate(() => {
    const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
    my.marks = my.gangmu.mark(/** @type {Element} */ (document.getElementById("inner")), (text) => my.gangmu.parse(text), { overlay: true });
    document.getElementById("box")?.scrollIntoView();
  });
  await until(page, count, (many) => many === 1);
  await page.evaluate(() => /** @type {Element} */ (document.getElementById("box")).scrollTo(0, 400));
  await until(page, count, (many) => many === 0);
  await page.evaluate(() => {
    scrollTo(0, 0);
    const { marks } = /** @type {Marking} */ (/** @type {unknown} */ (window));
    marks.choose(marks.marked.filter(({ kind }) => kind === "figure")[0].span);
  });
  await until(page, () => document.querySelectorAll(".gangmu-overlay .gangmu-chosen").length, (many) => many === 1);
  const seen = await page.evaluate(() => {
    const { top, bottom } = /** @type {Element} */ (document.querySelector(".gangmu-chosen")).getBoundingClientRect();
    return scrollY > 0 && top >= 0 && bottom <= innerHeight;
  });
  assert.ok(seen);
  await page.context().close();
});

for (const [name, version, markup] of /** @type {const} */ ([
  ["of many paragraphs", "today", "<p>全年<b>开展</b>讲座{n}次。</p>"],
  ["of many paragraphs", "80", "<p>全年<b>开展</b>讲座{n}次。</p>"],
  ["in one piece", "80", "全年开展讲座{n}次。\n"],
])) {
  test(`of a long text ${name} only what is near the window is drawn, wherever one scrolls (Chromium ${version})`, async () => {
    const page = await openArticle(version);
    await page.evaluate((each) => {
      const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
      const root = document.createElement("pre");
      root.innerHTML = Array.from({ length: 1500 }, (_, index) => each.replace("{n}", String(index + 1))).join("");
      document.body.append(root);
      my.marks = my.gangmu.mark(root, (text) => my.gangmu.parse(text), { overlay: true });
    }, markup);
    for (const nth of [3, 750, 751, 1499]) {
      await page.evaluate((index) => {
        const { marks } = /** @type {Marking} */ (/** @type {unknown} */ (window));
        const { span } = marks.marked.filter(({ kind }) => kind === "figure")[index];
        scrollBy(0, marks.rangeOf(span).getBoundingClientRect().top - 300);
        Object.assign(window, { wanted: span });
      }, nth);
      const state = await until(
        page,
        () => {
          const { marks, wanted } = /** @type {Marking & { wanted: [number, number] }} */ (/** @type {unknown} */ (window));
          const { left, top } = marks.rangeOf(wanted).getClientRects()[0];
          const boxes = Array.from(document.querySelectorAll(".gangmu-overlay .gangmu-figure"), (box) => box.getBoundingClientRect());
          return { isThere: boxes.some((box) => Math.abs(box.left - left) < 1 && Math.abs(box.top - top) < 1), boxes: boxes.length };
        },
        ({ isThere }) => isThere,
      );
      assert.ok(state.boxes < 300, `${state.boxes} boxes of 1,500`);
    }
    await page.context().close();
  });
}

test("the page changes its text: marks follow, or go rather than stand wrong", async () => {
  const page = await openArticle("today");
  const figures = () => Array.from(CSS.highlights.get("gangmu-figure") || [], String);
  const answers = await page.evaluate(() => {
    const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
    const root = /** @type {Element} */ (document.getElementById("inner"));
    const text = my.gangmu.textOf(root).text;
    my.marks = my.gangmu.mark(root, my.gangmu.parse(text));
    const same = my.marks.update();
    root.insertAdjacentHTML("afterbegin", "另办讲座5次，");
    const other = my.marks.update();
    return { same, other, left: CSS.highlights.size };
  });
  assert.deepStrictEqual(answers, { same: true, other: false, left: 0 });
  const renewed = await page.evaluate(() => {
    const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
    return my.marks.update(my.gangmu.parse(my.marks.text));
  });
  assert.equal(renewed, true);
  assert.deepStrictEqual(await page.evaluate(figures), ["5次", "7次"]);
  await page.context().close();
});

test("boxes and highlights side by side have each their own rules", async () => {
  const page = await openArticle("today");
  const drawn = await page.evaluate(async () => {
    const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
    const read = (/** @type {string} */ text) => my.gangmu.parse(text);
    const one = my.gangmu.mark(/** @type {Element} */ (document.getElementById("root")), read, { overlay: true });
    const two = my.gangmu.mark(/** @type {Element} */ (document.getElementById("inner")), read);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const styleOf = (/** @type {string} */ name) => getComputedStyle(/** @type {Element} */ (document.querySelector(`.gangmu-overlay .${name}`)));
    const answers = [
      styleOf("gangmu-figure").backgroundColor,
      styleOf("gangmu-heading").borderBottomStyle,
      styleOf("gangmu-date").borderBottomWidth,
      getComputedStyle(/** @type {Element} */ (document.getElementById("inner")), "::highlight(gangmu-figure)").backgroundColor,
      getComputedStyle(/** @type {Element} */ (document.getElementById("inner")), "::highlight(gangmu-heading)").textDecorationLine,
    ];
    one.clear();
    two.clear();
    return [...answers, document.adoptedStyleSheets.length];
  });
  assert.deepStrictEqual(drawn, ["rgba(59, 130, 246, 0.2)", "solid", "2px", "rgba(59, 130, 246, 0.2)", "underline", 0]);
  await page.context().close();
});

test("two marks share the names, and each takes away only its own", async () => {
  const page = await openArticle("today");
  await markArticle(page);
  const [both, one, none] = await page.evaluate(() => {
    const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
    const second = my.gangmu.mark(/** @type {Element} */ (document.getElementById("inner")), (text) => my.gangmu.parse(text));
    const many = () => [CSS.highlights.get("gangmu-figure")?.size ?? 0, document.adoptedStyleSheets.length];
    const counts = [many()];
    my.marks.clear();
    counts.push(many());
    second.clear();
    second.clear();
    counts.push(many());
    return counts;
  });
  assert.deepStrictEqual([both, one, none], [[8, 1], [1, 1], [0, 0]]);
  await page.context().close();
});

test("what the page's own style sheet says goes before, and the rest can be switched off", async () => {
  const page = await openArticle("today");
  const colours = (/** @type {{ style?: boolean }} */ options) => {
    const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
    const root = /** @type {Element} */ (document.getElementById("root"));
    const marks = my.gangmu.mark(root, (text) => my.gangmu.parse(text), options);
    const colour = getComputedStyle(/** @type {Element} */ (root.querySelector("b")), "::highlight(gangmu-figure)").backgroundColor;
    marks.clear();
    return colour;
  };
  assert.equal(await page.evaluate(colours, {}), "rgba(59, 130, 246, 0.2)");
  assert.equal(await page.evaluate(colours, { style: false }), "rgba(0, 0, 0, 0)");
  await page.evaluate(() => document.documentElement.style.setProperty("--gangmu-figure", "rgb(1, 2, 3)"));
  assert.equal(await page.evaluate(colours, {}), "rgb(1, 2, 3)");
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("::highlight(gangmu-figure) { background-color: rgb(4, 5, 6) }");
    document.adoptedStyleSheets = [sheet];
  });
  assert.equal(await page.evaluate(colours, {}), "rgb(4, 5, 6)");
  await page.context().close();
});

test("after clear nothing is left: no range, no listener, no sheet, no name", async () => {
  const page = await openArticle("today");
  const session = await page.context().newCDPSession(page);
  const count = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { result } = await session.send("Runtime.evaluate", { expression: "Range.prototype" });
    const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId ?? "" });
    const { result: length } = await session.send("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: "function () { return this.length }", returnByValue: true });
    await session.send("Runtime.releaseObject", { objectId: objects.objectId ?? "" });
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? -1;
    return { ranges: length.value, listeners: of("JSEventListeners"), sheets: await page.evaluate(() => document.adoptedStyleSheets.length + CSS.highlights.size) };
  };
  await session.send("Performance.enable");
  const before = await count();
  for (const overlay of [false, true]) {
    await markArticle(page, { overlay });
    if (!overlay) assert.ok((await count()).ranges > 10);
    await page.evaluate(() => /** @type {Marking} */ (/** @type {unknown} */ (window)).marks.clear());
    await page.evaluate(() => Reflect.deleteProperty(window, "marks"));
    assert.deepStrictEqual(await count(), before);
  }
  await page.context().close();
});

test("a report of another text, and an unknown kind, are told by name", async () => {
  const page = await openArticle("today");
  const codes = await page.evaluate(() => {
    const my = /** @type {Marking} */ (/** @type {unknown} */ (window));
    const root = /** @type {Element} */ (document.getElementById("inner"));
    /** @param {() => unknown} act */
    const code = (act) => {
      try {
        act();
        return "none";
      } catch (error) {
        const { code: word, name } = /** @type {Error & { code: string }} */ (error);
        return `${name} ${word}`;
      }
    };
    const long = my.gangmu.parse("一、会议\n" + "召开会议7次。".repeat(30));
    return [
      code(() => my.gangmu.mark(root, long)),
      code(() => my.gangmu.mark(root, {}, { kinds: /** @type {any} */ (["colour"]) })),
      code(() => my.gangmu.textOf(root).rangeOf([3, 2])),
      String(CSS.highlights.size),
      String(document.adoptedStyleSheets.length),
    ];
  });
  assert.deepStrictEqual(codes, ["RangeError bad-span", "TypeError bad-option", "RangeError bad-span", "0", "0"]);
  await page.context().close();
  assert.deepStrictEqual(troubles, []);
});
