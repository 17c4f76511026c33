/** Every way out, opened again by a reader that is not Gangmu's. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import ajvModule from "ajv";
import { parse as parseCsv } from "csv-parse/sync";
import exceljs from "exceljs";
import { createGenerator } from "ts-json-schema-generator";
import { extractText, getDocumentProxy } from "unpdf";
import { inRoot } from "../../scripts/run.mjs";
import { mend, parse, toMarkdown } from "../../js/node.js";
import { strings } from "../../www/words/strings.js";
import { browser, isRead, open, openSample, paste, rowOf, SAMPLE } from "../desk.mjs";

/** @typedef {import("../desk.mjs").Page} Page */

const { version } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));

/** Cells that begin like formulas, markup, characters of two units, a sum that fails, a page number. */
const TRICKY = [
  "清溪镇2022年工作报告",
  "一、主要举措",
  "（一）普法宣传。全年开展讲座12次，受众1.1万余人次，满意率98.5%。",
  "（二）纠纷化解。受理纠纷30件，其中邻里18件、合同11件，共解决29件",
  "— 2 —",
  "（三）项目建设。=SUM(A1)工程投入20万元，+绿化工程3公顷，-拆违工程1.5万平方米，@帮扶项目4个。",
  "𬭚业园区😀新建调解室3个，<b>粗体</b>&amp;“甲、\"乙\"”培训班2期。",
  "二、下一步安排",
  "计划2023年6月底前建成公园2座。",
  "清溪镇人民政府",
  "2023年1月10日",
].join("\n");

/** @param {string} text */
const digest = (text) => createHash("sha256").update(text).digest("hex");

/** @param {Page} page @param {string} way */
async function choose(page, way) {
  await page.locator("#export").click();
  await page.locator(`#export-${way}`).click();
}

/** @param {Page} page @param {string} way */
async function save(page, way) {
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, way)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** @param {"zh" | "en"} [language] */
async function withTricky(language = "zh") {
  const page = await open({ language });
  await paste(page, TRICKY);
  await isRead(page, TRICKY);
  return page;
}

/** @param {Uint8Array} bytes */
const utf8 = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

test("CSV: every figure a row, each with where it comes from, none a formula", async () => {
  const page = await withTricky();
  const { name, bytes } = await save(page, "csv");
  assert.equal(name, "清溪镇2022年工作报告.csv");
  assert.deepStrictEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "Excel needs the byte-order mark");
  assert.notEqual(bytes.subarray(3, 6).toString("hex"), "efbbbf", "but one only");
  const text = utf8(bytes);
  assert.equal(text.replace(/\r\n/g, "").includes("\n"), false, "lines end with both characters");
  const rows = /** @type {Record<string, string>[]} */ (parseCsv(bytes, { columns: true, bom: true }));
  const { figures } = parse(TRICKY);
  assert.equal(rows.length, figures.length);
  rows.forEach((row, i) => {
    assert.equal(row.原文, TRICKY.slice(...figures[i].span));
    assert.equal(Number(row.数值), figures[i].value);
    assert.equal(row.指标.replace(/^'/, ""), figures[i].indicator);
    assert.equal(row.报告, "清溪镇2022年工作报告");
    assert.equal(row.纲目版本, version);
    assert.equal(row["原文SHA-256"], digest(TRICKY));
    assert.deepStrictEqual(JSON.parse(row.设置), {});
    for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@\t\r]/, "a cell that a spreadsheet would calculate");
  });
  assert.ok(rows.some((row) => row.指标 === "'=SUM(A1)工程投入"));
  await page.context().close();
});

test("the workbook: five sheets, numbers as numbers, words never formulas, the same bytes each time", async () => {
  for (const language of /** @type {const} */ (["zh", "en"])) {
    const words = strings[language];
    const page = await withTricky(language);
    const report = parse(TRICKY, { language });
    const { name, bytes } = await save(page, "xlsx");
    assert.equal(name, "清溪镇2022年工作报告.xlsx");
    assert.deepStrictEqual((await save(page, "xlsx")).bytes, bytes);
    const book = new exceljs.Workbook();
    await book.xlsx.load(/** @type {any} */ (bytes));
    assert.deepStrictEqual(
      book.worksheets.map((sheet) => sheet.name),
      [words.figures, words.checksShort, words.findings, words.outline, words.aboutExport],
    );
    for (const sheet of book.worksheets) {
      const [view] = sheet.views;
      assert.equal(view.state, "frozen", `${sheet.name}: the head stays`);
      assert.equal("ySplit" in view && view.ySplit, 1);
      assert.ok((sheet.getColumn(2).width ?? 0) > 5, `${sheet.name}: widths are set`);
      sheet.eachRow((row) =>
        row.eachCell((cell) => assert.ok([exceljs.ValueType.Number, exceljs.ValueType.String].includes(cell.type), `${sheet.name} ${cell.address}: ${cell.type}`)),
      );
    }
    /** @param {string} sheet */
    const table = (sheet) => {
      const rows = /** @type {any[][]} */ ([]);
      book.getWorksheet(sheet)?.eachRow((row) => rows.push(/** @type {any[]} */ (row.values)));
      const [heads, ...others] = rows;
      return others.map((row) => Object.fromEntries(Array.from(heads, (head, i) => [String(head), row[i]])));
    };
    const figures = table(words.figures);
    assert.equal(figures.length, report.figures.length);
    figures.forEach((row, i) => {
      const figure = report.figures[i];
      assert.equal(row[words.columnText], TRICKY.slice(...figure.span));
      assert.strictEqual(row[words.columnValue], figure.value, "a number");
      assert.equal(row[words.columnUnit], figure.unit, "a share keeps its unit: 98.5 and %");
      assert.equal(row[words.columnIndicator], figure.indicator);
      assert.ok(row[words.columnSentence].includes(TRICKY.slice(...figure.span)));
      assert.deepStrictEqual([row[words.columnFrom], row[words.columnTo]], figure.span);
    });
    assert.ok(figures.some((row) => row[words.columnIndicator] === "𬭚业园区😀新建调解室"));
    assert.ok(figures.some((row) => row[words.columnIndicator] === "=SUM(A1)工程投入"), "as written: it is words, not a formula");
    const relations = table(words.checksShort);
    assert.deepStrictEqual(relations.map((row) => row[words.columnCalculation]), report.relations.map((each) => each.calculation));
    report.relations.forEach(({ verdict }, i) => {
      const says = { agrees: words.verdictAgrees, disagrees: words.verdictDisagrees, doubtful: words.verdictDoubtful, unchecked: words.verdictUnchecked };
      assert.ok(relations[i][words.columnVerdict].endsWith(says[verdict]));
    });
    const findings = table(words.findings);
    assert.deepStrictEqual(findings.map((row) => row[words.columnRule]), report.findings.map((each) => each.rule));
    assert.deepStrictEqual(findings.map((row) => row[words.columnMessage]), report.findings.map((each) => each.message));
    assert.ok(findings.length > 0 && relations.length > 0);
    assert.deepStrictEqual(table(words.outline).map((row) => row[words.columnHeading].trim()), ["主要举措", "普法宣传", "纠纷化解", "项目建设", "下一步安排"]);
    const about = table(words.aboutExport).map((row) => row[words.factValue]);
    for (const fact of [digest(TRICKY), words.settingsUsual]) assert.ok(about.includes(fact));
    assert.ok(about.some((fact) => fact.includes(version)));
    await page.context().close();
  }
});

test("JSON: what the types say, and where it comes from", async () => {
  const types = { path: inRoot("js", "gangmu.d.ts"), type: "Report", skipTypeCheck: true, additionalProperties: false };
  const schema = /** @type {any} */ (createGenerator(types).createSchema("Report"));
  schema.definitions.Report.properties.provenance = {
    type: "object",
    additionalProperties: false,
    required: ["tool", "version", "sha256", "characters", "settings", "masked"],
    properties: {
      tool: { const: "Gangmu" },
      version: { type: "string" },
      sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
      characters: { type: "integer" },
      settings: { type: "object" },
      masked: { type: "integer" },
    },
  };
  schema.definitions.Report.required.push("provenance");
  const Ajv = /** @type {any} */ (ajvModule).default ?? ajvModule;
  const valid = new Ajv({ strict: false }).compile(schema);
  const page = await withTricky();
  const { name, bytes } = await save(page, "json");
  assert.equal(name, "清溪镇2022年工作报告.json");
  const json = JSON.parse(utf8(bytes));
  assert.ok(valid(json), JSON.stringify(valid.errors));
  const { provenance, ...report } = json;
  assert.deepStrictEqual(report, JSON.parse(JSON.stringify(parse(TRICKY))));
  assert.deepStrictEqual(provenance, { tool: "Gangmu", version, sha256: digest(TRICKY), characters: TRICKY.length, settings: {}, masked: 0 });
  // The schema is one that says no.
  assert.equal(valid({ ...json, figures: [{ ...json.figures[0], kind: "weather" }] }), false);
  await page.context().close();
});

test("in English: the messages of the JSON and of the marked copy; the table of figures is the same", async () => {
  const page = await withTricky("en");
  const { provenance, ...report } = JSON.parse(utf8((await save(page, "json")).bytes));
  const english = parse(TRICKY, { language: "en" });
  assert.deepStrictEqual(report, JSON.parse(JSON.stringify(english)));
  assert.deepStrictEqual(provenance.settings, { language: "en" }, "so that anybody can make it again");
  const copy = utf8((await save(page, "page")).bytes);
  assert.ok(copy.includes("The full stop at the end of the paragraph is missing."));
  assert.ok(copy.includes(strings.en.settingsUsual));
  assert.equal(copy.includes("段末缺少句号"), false);
  const table = (await save(page, "csv")).bytes;
  await page.locator("#language-zh").click();
  assert.deepStrictEqual((await save(page, "csv")).bytes, table);
  assert.ok(utf8((await save(page, "page")).bytes).includes("段末缺少句号"));
  await page.context().close();
});

test("Markdown and the mended text, with and without noise and source", async () => {
  const page = await withTricky();
  const md = await save(page, "md");
  assert.equal(md.name, "清溪镇2022年工作报告.md");
  assert.ok(utf8(md.bytes).startsWith(toMarkdown(TRICKY)));
  for (const fact of [version, digest(TRICKY), strings.zh.settingsUsual]) assert.ok(utf8(md.bytes).includes(fact));

  const mended = mend(TRICKY);
  assert.notEqual(mended, TRICKY);
  const signed = await save(page, "txt");
  assert.equal(signed.name, `清溪镇2022年工作报告 ${strings.zh.fileMended}.txt`);
  const words = utf8(signed.bytes);
  assert.ok(words.startsWith("\ufeff"), "an old Notepad needs the byte-order mark");
  assert.equal(words.replace(/\r\n/g, "").includes("\n"), false, "and both characters of a line's end");
  const [body, source] = words.slice(1).split("\r\n\r\n").slice(-2);
  assert.equal(body.replace(/\r\n/g, "\n"), mended);
  for (const fact of [version, digest(TRICKY)]) assert.ok(source.includes(fact));

  // Both wishes are items of the menu that can be ticked.
  await page.locator("#export").click();
  await page.getByRole("menuitemcheckbox", { name: strings.zh.exportTxtClean }).click();
  await page.getByRole("menuitemcheckbox", { name: strings.zh.exportTxtSigned }).click();
  await page.keyboard.press("Escape");
  const clean = utf8((await save(page, "txt")).bytes);
  const { noise } = parse(mended);
  assert.ok(noise.length > 0 && mended.includes("— 2 —"));
  assert.equal(clean.includes("— 2 —"), false);
  assert.equal(clean.slice(1), mended.replace("— 2 —\n", "").replace("<b>", "").replace("</b>", "").replace(/\n/g, "\r\n"));
  await page.context().close();
});

test("what was set is set in the exports too, and stands in them", async () => {
  const text = "清溪镇2022年工作报告\n一、主要举措\n新装路灯36灯位，开展培训8场。";
  const own = { profile: /** @type {const} */ ("strict"), units: ["灯位"] };
  const page = await open();
  await paste(page, text);
  await isRead(page, text);
  await page.keyboard.press("Control+,");
  await page.locator("dialog.settings [value=strict]").click();
  await page.locator("#own-units").fill("灯位");
  await page.locator("#figures table[aria-rowcount='3']").waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  const { provenance, ...report } = JSON.parse(utf8((await save(page, "json")).bytes));
  assert.deepStrictEqual(report, JSON.parse(JSON.stringify(parse(text, own))));
  assert.deepStrictEqual(provenance.settings, own);
  const rows = /** @type {Record<string, string>[]} */ (parseCsv((await save(page, "csv")).bytes, { columns: true, bom: true }));
  assert.deepStrictEqual(rows.map(({ 原文, 设置 }) => [原文, JSON.parse(设置)]), [["36灯位", own], ["8场", own]]);
  assert.ok(utf8((await save(page, "page")).bytes).includes("灯位"));
  await page.context().close();
});

test("a dismissed finding is not mended, not marked, and listed with its reason", async () => {
  const { findings } = parse(TRICKY);
  const finding = findings.find(({ rule }) => rule === "stop-missing");
  assert.ok(finding && finding.fix);
  const page = await withTricky();
  await page.locator("#side-tabs [data-side=findings]").click();
  await page.locator('#findings [role=treeitem][data-rule="stop-missing"]').click();
  await page.locator("#card [data-do=dismiss]").click();
  await page.locator("dialog.dismiss .reason-own").fill("表题不加句号");
  await page.keyboard.press("Enter");
  await page.locator("dialog.dismiss").waitFor({ state: "detached" });
  const words = utf8((await save(page, "txt")).bytes).replace(/\r\n/g, "\n");
  assert.ok(words.includes("共解决29件\n"), "left as it is");
  assert.ok(words.includes("&amp；"), "while the others are mended");
  const book = new exceljs.Workbook();
  await book.xlsx.load(/** @type {any} */ ((await save(page, "xlsx")).bytes));
  const rows = /** @type {unknown[][]} */ ([]);
  book.getWorksheet(strings.zh.findings)?.eachRow((row) => rows.push(/** @type {unknown[]} */ (row.values)));
  const column = rows[0].indexOf(strings.zh.columnDismissed);
  const index = findings.indexOf(finding);
  assert.equal(rows[index + 1][column], "表题不加句号");
  const copy = utf8((await save(page, "page")).bytes);
  assert.ok(copy.includes(strings.zh.savedDismissed.replace("{reason}", "表题不加句号")));
  assert.equal(copy.includes(`id="n${index + 1}"`), false);
  await page.context().close();
});

test("the marked copy, read without JavaScript: the text, its marks, tables and links", async () => {
  const page = await withTricky();
  const { name, bytes } = await save(page, "page");
  assert.equal(name, `清溪镇2022年工作报告 ${strings.zh.filePage}.html`);
  await page.context().close();
  const report = parse(TRICKY);

  const context = await browser.newContext({ javaScriptEnabled: false });
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const troubles = [];
  context.on("request", (request) => asked.push(request.url()));
  const copy = await context.newPage();
  copy.on("console", (message) => troubles.push(message.text()));
  await copy.route("http://copy.test/", (route) => route.fulfill({ contentType: "text/html", body: bytes }));
  await copy.goto("http://copy.test/");
  assert.equal(await copy.title(), "清溪镇2022年工作报告");
  assert.equal((await copy.locator("article p").allTextContents()).join("\n"), TRICKY, "the text as it was, to the letter");
  assert.equal(await copy.locator("article b, script").count(), 0, "markup in the text is text");
  for (const [i, figure] of report.figures.entries()) {
    assert.equal(await copy.locator(`#f${i + 1}`).textContent(), TRICKY.slice(...figure.span));
    assert.equal(await copy.locator(`#f${i + 1}`).getAttribute("href"), `#r${i + 1}`);
    assert.equal(await copy.locator(`#r${i + 1} a`).first().getAttribute("href"), `#f${i + 1}`);
    const cells = await copy.locator(`#r${i + 1} td`).allTextContents();
    assert.equal(cells[1], TRICKY.slice(...figure.span));
    assert.equal(cells[4], figure.indicator);
  }
  assert.equal(await copy.locator("#figures tbody tr").count(), report.figures.length);
  assert.equal(await copy.locator("#calculations tbody tr").count(), report.relations.length);
  assert.equal(await copy.locator("#findings tbody tr").count(), report.findings.length);
  for (const [i, { span, message }] of report.findings.entries()) {
    assert.equal(await copy.locator(`#n${i + 1}`).first().textContent(), TRICKY.slice(...span).slice(0, (await copy.locator(`#n${i + 1}`).textContent())?.length));
    assert.ok((await copy.locator(`#p${i + 1}`).textContent())?.includes(message));
  }
  assert.equal(await copy.locator("nav li").count(), 5);
  assert.equal(await copy.locator("#h3").textContent(), "（二）纠纷化解");
  assert.ok((await copy.locator("footer").textContent())?.includes(digest(TRICKY)));
  const shape = await copy.locator("article .finding").first().evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
  assert.match(shape, /wavy|double|dotted/, "the policy lets the style through: findings have a shape");
  const ground = await copy.locator(".figure").first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
  assert.notEqual(ground, "rgba(0, 0, 0, 0)");
  assert.deepStrictEqual(asked, ["http://copy.test/"], "it asks for nothing");
  assert.deepStrictEqual(troubles, []);
  await context.close();
});

test("the checking sheet on paper: A4 across, head and source on every page, room to sign", async () => {
  const page = await open();
  await openSample(page);
  await choose(page, "sheet");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: strings.zh.privacyMask }).click()]);
  const bytes = readFileSync(await download.path());
  await page.context().close();
  const { figures } = parse(SAMPLE);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const sheet = await context.newPage();
  await sheet.route("http://sheet.test/", (route) => route.fulfill({ contentType: "text/html", body: bytes }));
  await sheet.goto("http://sheet.test/");
  assert.equal(await sheet.locator(".figures-sheet tbody:not(.end) tr").count(), figures.length);
  const rows = await sheet.locator(".figures-sheet tbody:not(.end) tr").evaluateAll((all) =>
    all.map((row) => ({ cells: Array.from(row.children, (cell) => cell.textContent), marked: row.querySelector("b")?.textContent })),
  );
  rows.forEach(({ cells, marked }, i) => {
    assert.equal(cells[0], String(i + 1));
    assert.equal(marked, SAMPLE.slice(...figures[i].span), "the figure is marked in its sentence");
    assert.deepStrictEqual(cells.slice(6), ["", "", ""], "room for the office, the checker, the result");
  });
  const pdf = await sheet.pdf({ preferCSSPageSize: true });
  await context.close();
  const paper = await getDocumentProxy(new Uint8Array(pdf));
  const [, , width, height] = (await paper.getPage(1)).view;
  assert.ok(Math.abs(width - 842) < 2 && Math.abs(height - 595) < 2, `A4 across, not ${width} × ${height}`);
  const extracted = await extractText(paper, { mergePages: false });
  // A font may draw 人 by the sign of the radical ⼈.
  const text = extracted.text.map((each) => each.normalize("NFKC"));
  assert.ok(text.length > 3 && text.length < figures.length, `${text.length} pages`);
  const masked = rows.length && digestOf(text[0]);
  text.forEach((each, i) => {
    assert.equal(digestOf(each), masked, `page ${i + 1} says where it comes from`);
    if (/\d+次|\d+件/.test(each)) assert.match(each.replace(/\s/g, ""), /核实人|算式/, `page ${i + 1} has the table's head`);
  });
  const last = text[text.length - 1].replace(/\s/g, "");
  for (const key of /** @type {const} */ (["signMade", "signChecked", "signIssued", "signDate"])) assert.ok(last.includes(strings.zh[key]), key);
});

/** @param {string} words of a page */
const digestOf = (words) => /[0-9a-f]{64}/.exec(words.replace(/\s/g, ""))?.[0] ?? "none";

test("the checking sheet is printed from the page, which is then as it was", async () => {
  const page = await withTricky();
  await page.evaluate(() => {
    window.print = () => (document.body.dataset.asked = String(document.querySelectorAll("#print .figures-sheet tbody:not(.end) tr").length));
  });
  await choose(page, "print");
  await page.locator("body[data-asked]").waitFor();
  assert.equal(await page.locator("body").getAttribute("data-asked"), String(parse(TRICKY).figures.length));
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("#print h1").isVisible());
  assert.equal(await page.locator("#desk").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  const rules = () => page.evaluate(() => Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules)).filter((rule) => rule.cssText.includes("landscape")).length);
  assert.equal(await rules(), 1);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("#print").count(), 0);
  assert.equal(await rules(), 0);
  assert.ok(await page.locator("#desk").isVisible());
  await page.context().close();
});

test("one figure is copied with its citation: by button, by key, and where there is no clipboard to ask", async () => {
  const page = await withTricky();
  const { figures } = parse(TRICKY);
  const index = figures.findIndex(({ span }) => TRICKY.slice(...span) === "30件");
  const [from, to] = figures[index].span;
  const expected = strings.zh.citationForm
    .replace("{words}", "受理纠纷30件")
    .replace("{title}", "《清溪镇2022年工作报告》")
    .replace("{section}", "一(二)")
    .replace("{from}", String(from + 1))
    .replace("{to}", String(to))
    .replace("{version}", version)
    .replace("{digest}", digest(TRICKY).slice(0, 8));
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await rowOf(page, index).click();
  await page.getByRole("button", { name: strings.zh.copyFigure }).click();
  await page.getByText(strings.zh.copied.replace("{words}", expected)).waitFor();
  assert.equal(await clipboard(), expected);

  await page.evaluate(() => navigator.clipboard.writeText(""));
  await rowOf(page, index).click();
  await page.keyboard.press("Alt+c");
  await assertSoon(clipboard, expected);

  // An intranet's http: page has no navigator.clipboard.
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.evaluate(() => Object.defineProperty(window, "isSecureContext", { value: false }));
  await page.keyboard.press("Alt+c");
  await assertSoon(clipboard, expected);
  assert.equal(await page.locator("textarea.copied").count(), 0);
  await page.context().close();
});

/** @param {() => Promise<string>} read @param {string} expected */
async function assertSoon(read, expected) {
  for (let tries = 0; tries < 100 && (await read()) !== expected; tries++) await new Promise((go) => setTimeout(go, 50));
  assert.equal(await read(), expected);
}

test("the menu by keyboard, with names and roles", async () => {
  const page = await withTricky();
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+s");
  const menu = page.getByRole("menu", { name: strings.zh.export });
  await menu.waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  assert.equal(await focused(), "export-xlsx");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "export-csv");
  await page.keyboard.press("End");
  assert.equal(await focused(), "export-json");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "export-xlsx", "round again");
  await page.keyboard.press("m");
  assert.equal(await focused(), "export-md", "by the letter of the file's ending");
  await page.keyboard.press("Escape");
  assert.equal(await menu.count(), 0);
  assert.equal(await focused(), "export");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "export-json");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.equal(download.suggestedFilename(), "清溪镇2022年工作报告.json");
  assert.equal(await focused(), "export");
  // A click elsewhere closes it; every item says what it is for.
  await page.locator("#export").click();
  for (const item of await page.getByRole("menuitem").all()) assert.ok(((await item.locator(".way-hint").textContent()) ?? "").length > 5);
  await page.locator("#document-title").click();
  assert.equal(await menu.count(), 0);
  await page.context().close();
});

test("of a text of blanks nothing is saved, and it is said", async () => {
  const page = await open();
  await paste(page, " 　\n\n\t");
  await page.locator("#counts").filter({ hasText: /^0 / }).waitFor();
  for (const way of ["xlsx", "page"]) {
    await choose(page, way);
    await page.locator("#message").filter({ hasText: strings.zh.exportEmpty }).waitFor();
  }
  await page.context().close();
});

test("the marked copy in English fits a screen 320 wide", async () => {
  const page = await withTricky("en");
  const { bytes } = await save(page, "page");
  await page.context().close();
  const reader = await browser.newPage({ viewport: { width: 320, height: 256 } });
  await reader.setContent(utf8(bytes));
  assert.equal(await reader.evaluate(() => document.documentElement.scrollWidth), 320);
  await reader.close();
});
