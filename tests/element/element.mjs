/** `<gangmu-report>` in pages, as a reader and as a program uses it. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { parse } from "../../js/node.js";
import { complaints } from "../axe.mjs";
import { html, open, troubles, until, write } from "../element-pages.mjs";

/** @typedef {import("../element-pages.mjs").Page} Page */
/** @typedef {import("../../js/element.js").GangmuReport} GangmuReport */

const REPORT = [
  "清溪镇2021年工作报告",
  "一、主要举措",
  "（一）普法宣传。全年开展讲座12次，受众1.1万余人次。",
  "（二）纠纷化解。受理纠纷30件，，其中邻里18件、合同11件。",
  "二、下一步安排",
  "𬭚业园区😀新建调解室3个。",
].join("\n");

/** "一、会议\n召开会议7次。" in GB 18030. */
const GB18030 = Buffer.from("D2BBA1A2BBE1D2E90AD5D9BFAABBE1D2E937B4CEA1A3", "hex");

const TALL = '<div class="tall"></div>';
const ARTICLE = `<article id="article">${REPORT.split("\n").map((line) => `<p>${line}</p>`).join("")}</article>`;

before(() => {
  write("page.css", "body { font: 16px/1.6 sans-serif } .tall { height: 1500px } textarea { width: 90%; height: 4em } [dir=dark] { color-scheme: dark; background: Canvas; color: CanvasText }");
  write("report.txt", REPORT);
  write("old.txt", GB18030);
  const page = (/** @type {string} */ name, /** @type {string} */ body, lang = "zh-CN") =>
    write(`${name}.html`, html(`${body}<script type="module" src="/heard.js"></script><script type="module" src="/js/element.js"></script>`, lang));
  // What the elements tell, for the tests to read.
  write(
    "heard.js",
    `window.heard = [];
for (const name of ["read", "figure", "heading", "finding", "error"]) {
  addEventListener("gangmu-" + name, (event) => {
    const { detail } = event;
    heard.push([name, detail.error ? detail.error.code : detail.quote || detail.report.figures.length]);
    if (window.own) event.preventDefault();
  });
}`,
  );
  page("field", `<main><h1>报告</h1><textarea id="draft" aria-label="正文">${REPORT}</textarea><gangmu-report for="draft" view="outline figures findings"></gangmu-report></main>`);
  page("english", `<main><h1>Report</h1><textarea id="draft" aria-label="Text">${REPORT}</textarea><gangmu-report for="draft" view="outline figures findings"></gangmu-report></main>`, "en");
  page("article", `${TALL}${ARTICLE}${TALL}<gangmu-report for="article" mark></gangmu-report>`);
  page("plain", `${TALL}${ARTICLE}${TALL}<gangmu-report for="article"></gangmu-report>`);
  page("own", `<gangmu-report mark><h2 slot="title">清溪镇</h2>${ARTICLE}</gangmu-report><gangmu-report id="words">一、会议\n召开会议7次。</gangmu-report>`);
  page("files", `<gangmu-report src="report.txt" view="text figures" mark></gangmu-report><gangmu-report id="old" src="/old.txt" view="outline figures"></gangmu-report>`);
  page("empty", "<div></div>");
});

/** @param {Page} page @returns {Promise<[string, string | number][]>} What was told since the last time. */
const heard = (page) => page.evaluate(() => /** @type {any} */ (window).heard.splice(0));

/** Waits until an element has been read. @param {Page} page @param {string} [selector] */
const isRead = (page, selector = "gangmu-report") => hasFigures(page, -1, selector);

/** Waits until a report has so many figures; -1 for any. @param {Page} page @param {number} figures @param {string} [selector] */
async function hasFigures(page, figures, selector = "gangmu-report") {
  for (let round = 0; ; round++) {
    const many = await page.evaluate((name) => /** @type {GangmuReport | null} */ (document.querySelector(name))?.report?.figures.length, selector);
    if (many !== undefined && (figures < 0 || many === figures)) return;
    assert.ok(round < 300, `${selector}: ${many} figures`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** @param {string} part @param {string} selector */
const texts = (part, selector = "gangmu-report") =>
  Array.from(/** @type {ShadowRoot} */ (/** @type {Element} */ (document.querySelector(selector)).shadowRoot).querySelectorAll(`[part~="${part}"]`), (element) => element.textContent);

/** @param {Page} page @param {string} part @param {string} [selector] */
const textsOf = (page, part, selector) =>
  page.evaluate(`(${texts})(${JSON.stringify(part)}, ${JSON.stringify(selector ?? "gangmu-report")})`);

/** Clicks a row. @param {Page} page @param {string} part @param {number} index @param {string} [inside] */
async function click(page, part, index, inside = "") {
  const place = await page.evaluate(
    ([name, nth, within]) => {
      const tree = /** @type {ShadowRoot} */ (/** @type {Element} */ (document.querySelector("gangmu-report")).shadowRoot);
      const row = /** @type {Element} */ (tree.querySelectorAll(`[part~="${name}"]${within}`)[Number(nth)]);
      row.scrollIntoView({ block: "center" });
      const { left, top, height } = row.getBoundingClientRect();
      return { x: left + 5, y: top + height / 2 };
    },
    [part, index, inside],
  );
  await page.mouse.click(place.x, place.y);
}

const selectedInField = () => {
  const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("draft"));
  return { words: field.value.slice(field.selectionStart, field.selectionEnd), isActive: document.activeElement === field, scrolled: field.scrollTop };
};

for (const version of /** @type {const} */ (["today", "80"])) {
  test(`the example: five lines, and a text that is being written is followed (Chromium ${version})`, async () => {
    const page = await open("examples/element/", { version });
    await isRead(page);
    const written = await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.getElementById("draft")).value);
    const { figures } = parse(written);
    assert.ok(figures.length > 3);
    assert.deepStrictEqual(await textsOf(page, "quote"), figures.map(({ span }) => written.slice(...span)));
    assert.deepStrictEqual(await textsOf(page, "indicator"), figures.map(({ indicator }) => indicator));
    await page.mouse.click(30, await page.evaluate(() => /** @type {Element} */ (document.getElementById("draft")).getBoundingClientRect().top + 10));
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("另召开会议7次。");
    await hasFigures(page, figures.length + 1);
    assert.equal((await textsOf(page, "quote")).pop(), "7次");
    await page.context().close();
  });

  test(`a chosen figure, heading and finding is selected in the field, and seen there (Chromium ${version})`, async () => {
    const page = await open("field.html", { version });
    await isRead(page);
    await click(page, "figure", 5);
    assert.deepStrictEqual({ ...(await page.evaluate(selectedInField)), scrolled: 0 }, { words: "3个", isActive: true, scrolled: 0 });
    const low = (await page.evaluate(selectedInField)).scrolled;
    assert.ok(low > 0, "the field scrolled");
    await click(page, "heading-title", 0);
    assert.equal((await page.evaluate(selectedInField)).words, "一、主要举措");
    assert.ok((await page.evaluate(selectedInField)).scrolled < low, "and back");
    await click(page, "finding", 0);
    const finding = (await heard(page)).pop();
    assert.deepStrictEqual(finding, ["finding", (await page.evaluate(selectedInField)).words]);
    await page.context().close();
  });

  test(`marks in an article: chosen from the list and from the text (Chromium ${version})`, async () => {
    const page = await open("article.html", { version });
    await isRead(page);
    const markup = await page.evaluate(() => document.getElementById("article")?.outerHTML);
    assert.equal(markup, ARTICLE);
    await click(page, "figure", 1);
    const chosen = () => {
      const range = "highlights" in CSS ? CSS.highlights.get("gangmu-chosen")?.values().next().value : null;
      if (range) {
        const { top } = /** @type {Range} */ (range).getBoundingClientRect();
        return [String(range), top > 0 && top < innerHeight];
      }
      const box = document.querySelector(".gangmu-overlay .gangmu-chosen");
      return box ? ["1.1万余人次", box.getBoundingClientRect().top > 0 && box.getBoundingClientRect().top < innerHeight] : [];
    };
    await until(page, chosen, ([words, seen]) => words === "1.1万余人次" && seen === true);
    await heard(page);
    const place = await page.evaluate(() => {
      const node = /** @type {Text} */ (document.querySelectorAll("#article p")[3].firstChild);
      const range = document.createRange();
      range.setStart(node, node.data.indexOf("18件"));
      range.setEnd(node, node.data.indexOf("18件") + 3);
      const { left, top } = range.getBoundingClientRect();
      return { x: left + 6, y: top + 6 };
    });
    await page.mouse.click(place.x, place.y);
    assert.deepStrictEqual(await heard(page), [["figure", "18件"]]);
    const selected = () => Array.from(document.querySelector("gangmu-report")?.shadowRoot?.querySelectorAll("[aria-selected=true]") || [], (row) => row.children[1].textContent);
    assert.deepStrictEqual(await page.evaluate(selected), ["18件"]);
    // The article changes: the lists and the marks follow.
    await page.evaluate(() => document.getElementById("article")?.insertAdjacentHTML("beforeend", "<p>召开会议7次。</p>"));
    await hasFigures(page, 7);
    await page.evaluate(() => document.querySelector("gangmu-report")?.remove());
    assert.equal(await page.evaluate(() => ("highlights" in CSS ? CSS.highlights.size : 0) + document.querySelectorAll(".gangmu-overlay").length), 0);
    await page.context().close();
  });
}

test("without marks the place is selected as a reader would", async () => {
  const page = await open("plain.html");
  await isRead(page);
  await click(page, "figure", 5);
  const seen = await page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    const top = range?.getBoundingClientRect().top ?? -1;
    return [String(range), top > 0 && top < innerHeight, CSS.highlights.size];
  });
  assert.deepStrictEqual(seen, ["3个", true, 0]);
  await page.context().close();
});

test("its own text: elements stay where they are, plain lines are lines", async () => {
  const page = await open("own.html");
  await isRead(page);
  await isRead(page, "#words");
  assert.deepStrictEqual(await textsOf(page, "quote"), parse(REPORT).figures.map(({ span }) => REPORT.slice(...span)));
  assert.deepStrictEqual(await textsOf(page, "quote", "#words"), ["7次"]);
  assert.deepStrictEqual(await textsOf(page, "heading-title", "#words"), ["会议"]);
  const shown = await page.evaluate(() => {
    const height = (/** @type {string} */ name) => document.querySelector(name)?.getBoundingClientRect().height ?? 0;
    return [height("#article") > 100, height("h2") > 10, CSS.highlights.get("gangmu-figure")?.size];
  });
  assert.deepStrictEqual(shown, [true, true, 6]);
  assert.ok(!(await page.evaluate(() => document.querySelector("gangmu-report")?.text.includes("清溪镇\n清溪镇"))), "what is in another slot is not read");
  await page.context().close();
});

test("a file of the same origin, in UTF-8 or GB 18030", async () => {
  const page = await open("files.html");
  await isRead(page);
  await isRead(page, "#old");
  assert.equal(await page.evaluate(() => document.querySelector("gangmu-report")?.text), REPORT);
  assert.deepStrictEqual(await textsOf(page, "text"), [REPORT]);
  assert.deepStrictEqual(await textsOf(page, "quote", "#old"), ["7次"]);
  assert.equal(await page.evaluate(() => CSS.highlights.get("gangmu-figure")?.size), 6);
  // The text stands in the element's own tree: it is styled and asked there.
  const place = await page.evaluate(() => {
    const paper = /** @type {Element} */ (document.querySelector("gangmu-report")?.shadowRoot?.querySelector("[part=text]"));
    const range = document.createRange();
    const node = /** @type {Text} */ (paper.firstChild);
    range.setStart(node, node.data.indexOf("12次"));
    range.setEnd(node, node.data.indexOf("12次") + 3);
    const { left, top } = range.getBoundingClientRect();
    return { x: left + 5, y: top + 5, colour: getComputedStyle(paper, "::highlight(gangmu-figure)").backgroundColor };
  });
  assert.equal(place.colour, "rgba(59, 130, 246, 0.2)");
  await heard(page);
  await page.mouse.click(place.x, place.y);
  assert.deepStrictEqual(await heard(page), [["figure", "12次"]]);
  // Marks go and come with the attribute; the text is not read again.
  await page.evaluate(() => document.querySelector("gangmu-report")?.removeAttribute("mark"));
  await until(page, () => CSS.highlights.size, (size) => size === 0);
  await page.evaluate(() => document.querySelector("gangmu-report")?.setAttribute("mark", ""));
  await until(page, () => CSS.highlights.get("gangmu-figure")?.size, (size) => size === 6);
  assert.deepStrictEqual(await heard(page), []);
  await page.context().close();
});

test("what goes wrong is told, by code and in words", async () => {
  const page = await open("empty.html");
  const codeOf = (/** @type {{ [name: string]: string }} */ attributes) =>
    page.evaluate(async (given) => {
      await customElements.whenDefined("gangmu-report");
      const element = document.createElement("gangmu-report");
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      const told = new Promise((resolve) => element.addEventListener("gangmu-error", ({ detail }) => resolve(detail.error.code)));
      document.body.append(element);
      const code = await told;
      const alert = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector("[role=alert]"));
      const words = alert.hidden ? "" : alert.textContent ?? "";
      element.remove();
      return [code, words];
    }, attributes);
  const [none, noneWords] = await codeOf({ for: "nobody" });
  assert.equal(none, "no-source");
  assert.match(String(noneWords), /^没有读成.*nobody/);
  assert.equal((await codeOf({ src: "none.txt" }))[0], "unreachable");
  assert.match(troubles.splice(0).join(), /404/);
  assert.equal((await codeOf({ src: "http://localhost:1/x.txt" }))[0], "unreachable");
  troubles.splice(0);
  assert.deepStrictEqual((await codeOf({ view: "figures colours" }))[0], "bad-view");
  assert.deepStrictEqual((await codeOf({ year: "next" }))[0], "bad-option");
  assert.deepStrictEqual((await codeOf({ profile: "loose" }))[0], "bad-option");
  await page.context().close();
});

test("an element that comes later is waited for", async () => {
  const page = await open("empty.html");
  await page.evaluate(() => {
    const element = document.createElement("gangmu-report");
    element.setAttribute("for", "late");
    document.body.append(element);
  });
  await until(page, () => /** @type {any} */ (window).heard.length, (many) => many > 0);
  assert.deepStrictEqual(await heard(page), [["error", "no-source"]]);
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<p id="late">召开会议7次。</p>'));
  await isRead(page);
  assert.deepStrictEqual(await heard(page), [["read", 1]]);
  await page.context().close();
});

test("a page that is still being loaded is waited for", async () => {
  const page = await open("empty.html");
  await page.evaluate(async () => {
    await customElements.whenDefined("gangmu-report");
    document.open();
    /** @type {string[]} */
    const told = [];
    Object.assign(window, { told });
    for (const name of ["gangmu-read", "gangmu-error"]) addEventListener(name, () => told.push(name));
    document.write('<!doctype html><gangmu-report for="below"></gangmu-report>');
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.write('<p id="below">召开会议7次。</p>');
    document.close();
  });
  await isRead(page);
  assert.deepStrictEqual(await page.evaluate(() => /** @type {any} */ (window).told), ["gangmu-read"]);
  await page.context().close();
});

test("properties: set before the class is known, options, a core of another kind", async () => {
  write("before.js", `const one = document.createElement("gangmu-report"); one.text = "召开会议7灯位。"; one.options = { units: ["灯位"] }; document.body.append(one);`);
  write("twice.js", `import "/js/element.js"; import { GangmuReport } from "/js/element.js?again"; window.again = GangmuReport;`);
  write("before.html", html('<script type="module" src="/heard.js"></script><script type="module" src="/before.js"></script><script type="module" src="/js/element.js"></script><script type="module" src="/twice.js"></script>'));
  const page = await open("before.html");
  await isRead(page);
  assert.deepStrictEqual(await textsOf(page, "value"), ["7 灯位"].flatMap((value) => [value]));
  await page.evaluate(async () => {
    const element = /** @type {GangmuReport} */ (document.querySelector("gangmu-report"));
    element.text = "一、会议";
    await element.read();
    element.options = {};
    element.text = null;
    element.setAttribute("for", "nobody");
    element.text = "召开会议9次。";
    await element.read();
  });
  assert.deepStrictEqual(await textsOf(page, "quote"), ["9次"]);
  const slow = await page.evaluate(async () => {
    const { GangmuReport: Class } = await import("/js/element.js".slice(0));
    const { parse: parseNow } = await import("/js/lazy.js".slice(0));
    Class.core = { load: async () => {}, parse: (/** @type {string} */ text) => new Promise((resolve) => setTimeout(() => resolve(parseNow(text)), text.length > 8 ? 300 : 10)) };
    const element = /** @type {GangmuReport} */ (document.querySelector("gangmu-report"));
    element.text = "召开会议12345次。";
    const first = element.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    element.text = "讲座3次。";
    const second = element.read();
    return [await first, (await second)?.figures.length, element.report?.figures[0].value];
  });
  assert.deepStrictEqual(slow, [null, 1, 3], "the later reading counts");
  await page.context().close();
});

test("a form that is reset is read again", async () => {
  write("form.html", html('<form><textarea id="draft">召开会议7次。</textarea></form><gangmu-report for="draft"></gangmu-report><script type="module" src="/js/element.js"></script>'));
  const page = await open("form.html");
  await isRead(page);
  await page.locator("#draft").fill("召开会议8次，讲座9次。");
  await hasFigures(page, 2);
  await page.evaluate(() => document.querySelector("form")?.reset());
  await hasFigures(page, 1);
  await page.context().close();
});

test("several of them; taken out and put back", async () => {
  const page = await open("field.html");
  await isRead(page);
  await heard(page);
  await page.evaluate(() => document.querySelector("main")?.insertAdjacentHTML("beforeend", '<gangmu-report id="second" for="draft" view="figures"></gangmu-report>'));
  await isRead(page, "#second");
  assert.deepStrictEqual(await heard(page), [["read", 6]]);
  await page.evaluate(() => {
    const first = /** @type {Element} */ (document.querySelector("gangmu-report"));
    Object.assign(window, { first });
    first.remove();
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("draft"));
    field.value = "召开会议7次。";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await hasFigures(page, 1);
  assert.deepStrictEqual(await heard(page), [["read", 1]]);
  await page.evaluate(() => document.querySelector("main")?.prepend(/** @type {any} */ (window).first));
  await hasFigures(page, 1);
  assert.deepStrictEqual(await heard(page), [["read", 1]]);
  await page.context().close();
});

test("an element that is taken out leaves nothing behind", async () => {
  const page = await open("article.html");
  await isRead(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const count = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? -1;
    return { listeners: of("JSEventListeners"), nodes: of("Nodes"), sheets: await page.evaluate(() => document.adoptedStyleSheets.length) };
  };
  const cycle = () =>
    page.evaluate(async () => {
      document.querySelector("gangmu-report")?.remove();
      for (let round = 0; round < 5; round++) {
        const element = document.createElement("gangmu-report");
        element.setAttribute("for", "article");
        element.setAttribute("mark", "");
        document.body.append(element);
        await element.read();
        element.remove();
      }
      /** @type {any} */ (window).heard.splice(0);
    });
  await cycle();
  const first = await count();
  await cycle();
  assert.deepStrictEqual(await count(), first);
  assert.equal(first.sheets, 0);
  await page.context().close();
});

test("by keyboard alone", async () => {
  const page = await open("field.html");
  await isRead(page);
  await page.locator("#draft").focus();
  const held = () => {
    const element = document.activeElement?.shadowRoot?.activeElement;
    return element ? `${element.getAttribute("role") || element.localName} ${element.textContent}` : document.activeElement?.localName;
  };
  /** @param {string} key @returns {Promise<string | undefined>} */
  const press = async (key) => (await page.keyboard.press(key), page.evaluate(held));
  assert.match(String(await press("Tab")), /^treeitem 一、主要举措/);
  assert.match(String(await press("ArrowDown")), /^treeitem （一）普法宣传/);
  assert.match(String(await press("ArrowLeft")), /^treeitem 一、/);
  assert.match(String(await press("ArrowLeft")), /^treeitem 一、/);
  assert.match(String(await press("ArrowDown")), /^treeitem 二、/, "the folded are passed over");
  assert.match(String(await press("Home")), /^treeitem 一、/);
  await press("ArrowRight");
  assert.match(String(await press("ArrowRight")), /^treeitem （一）/);
  assert.match(String(await press("Tab")), /^tr 讲座12次/);
  assert.match(String(await press("End")), /^tr .*3个/);
  assert.equal(await press("Enter"), "textarea");
  assert.equal((await page.evaluate(selectedInField)).words, "3个");
  assert.match(String(await press("Tab")), /^treeitem/);
  assert.match(String(await press("Tab")), /^tr .*3个/, "Tab comes back to the chosen row");
  assert.match(String(await press("Tab")), /^option/);
  await page.context().close();
});

test("with preventDefault the page shows the place by itself", async () => {
  const page = await open("field.html");
  await isRead(page);
  await page.evaluate(() => Object.assign(window, { own: true }));
  await click(page, "figure", 1);
  assert.deepStrictEqual(await page.evaluate(selectedInField), { words: "", isActive: false, scrolled: 0 });
  assert.deepStrictEqual((await heard(page)).pop(), ["figure", "1.1万余人次"]);
  await page.context().close();
});

test("words drawn over in a row are for copying: nothing is chosen", async () => {
  const page = await open("field.html");
  await isRead(page);
  await heard(page);
  const place = await page.evaluate(() => {
    const cell = /** @type {Element} */ (document.querySelector("gangmu-report")?.shadowRoot?.querySelector("[part=quote]"));
    const { left, top } = cell.getBoundingClientRect();
    return { x: left + 9, y: top + 14 };
  });
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x + 40, place.y);
  await page.mouse.up();
  assert.deepStrictEqual(await heard(page), []);
  await page.mouse.click(place.x, place.y);
  assert.deepStrictEqual(await heard(page), [["figure", "12次"]]);
  await page.context().close();
});

test("a list that the page keeps low scrolls to what is chosen, and the page does not", async () => {
  write("low.css", "gangmu-report::part(figures) { max-height: 120px; outline: 1px solid rgb(1, 2, 3) }");
  write("low.html", html(`<link rel="stylesheet" href="/low.css"><div class="tall"></div><gangmu-report for="draft"></gangmu-report><textarea id="draft">${REPORT}</textarea><script type="module" src="/js/element.js"></script>`));
  const page = await open("low.html");
  await isRead(page);
  await page.evaluate(() => document.querySelector("gangmu-report")?.addEventListener("gangmu-figure", (event) => event.preventDefault()));
  const seen = await page.evaluate(() => {
    const element = /** @type {GangmuReport} */ (document.querySelector("gangmu-report"));
    element.choose("figure", 5);
    const pane = /** @type {Element} */ (element.shadowRoot?.querySelector("[part=figures]"));
    const row = /** @type {Element} */ (pane.querySelector("[aria-selected=true]"));
    const [box, place] = [pane.getBoundingClientRect(), row.getBoundingClientRect()];
    return [Math.round(box.height), place.top > box.top && place.bottom <= box.bottom + 1, scrollY, getComputedStyle(pane).outlineColor];
  });
  assert.deepStrictEqual(seen, [120, true, 0, "rgb(1, 2, 3)"]);
  await page.context().close();
});

test("many figures are drawn as they are asked for", async () => {
  const page = await open("empty.html");
  await page.evaluate(async () => {
    await customElements.whenDefined("gangmu-report");
    const element = document.createElement("gangmu-report");
    element.text = Array.from({ length: 450 }, (_, index) => `召开会议${index + 1}次。`).join("\n");
    document.body.append(element);
    await element.read();
  });
  assert.equal((await textsOf(page, "figure")).length, 200);
  assert.deepStrictEqual(await textsOf(page, "more"), ["再显示 250 行"]);
  await page.evaluate(() => document.querySelector("gangmu-report")?.choose("figure", 300));
  assert.equal((await textsOf(page, "figure")).length, 301);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("gangmu-report")?.shadowRoot?.querySelector("[part=more]")).click());
  assert.equal((await textsOf(page, "figure")).length, 450);
  await page.context().close();
});

test("words of the report get in as words", async () => {
  const page = await open("empty.html");
  const found = await page.evaluate(async () => {
    await customElements.whenDefined("gangmu-report");
    const element = document.createElement("gangmu-report");
    element.text = "一、<img src=x onerror=alert(1)><b>会议</b>\n召开<i>会议</i>7次。";
    element.setAttribute("view", "text outline figures findings");
    document.body.append(element);
    await element.read();
    return [element.shadowRoot?.querySelectorAll("img, b, i").length, element.report?.figures.length];
  });
  assert.deepStrictEqual(found, [0, 1]);
  await page.context().close();
});

for (const [scheme, name] of /** @type {const} */ ([["light", "field"], ["dark", "field"], ["light", "english"], ["dark", "english"]])) {
  test(`axe-core has nothing to say (${name}, ${scheme})`, async () => {
    const page = await open(`${name}.html`, { scheme });
    await page.evaluate((dark) => document.documentElement.setAttribute("dir", "ltr") ?? (dark && (document.documentElement.style.colorScheme = "dark")), scheme === "dark");
    await isRead(page);
    await click(page, "figure", 1);
    assert.deepStrictEqual(await complaints(page), []);
    const message = String((await textsOf(page, "message"))[0]);
    assert.equal(/[a-z]{4}/.test(message), name === "english", message);
    const language = name === "english" ? "Headings 4, figures 6" : "标题 4，数字 6";
    assert.match(String((await textsOf(page, "status"))[0]), new RegExp(`^${language}`));
    if (process.env.GANGMU_PICTURES) writeFileSync(`${process.env.GANGMU_PICTURES}/element-${name}-${scheme}.png`, await page.screenshot());
    await page.context().close();
  });
}

if (process.env.GANGMU_PICTURES) {
  test("pictures of the marks", async () => {
    for (const [name, version, scheme] of /** @type {const} */ ([["own", "today", "light"], ["own", "today", "dark"], ["own", "80", "light"]])) {
      const page = await open(`${name}.html`, { version, scheme });
      if (scheme === "dark") await page.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
      await isRead(page);
      await until(page, () => ("highlights" in CSS ? 1 : document.querySelectorAll(".gangmu-figure").length), Boolean);
      const session = await page.context().newCDPSession(page);
      const { data } = await session.send("Page.captureScreenshot", { format: "png" });
      writeFileSync(`${process.env.GANGMU_PICTURES}/marks-${version}-${scheme}.png`, Buffer.from(data, "base64"));
      await page.context().close();
    }
  });
}
