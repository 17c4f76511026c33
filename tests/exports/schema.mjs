/** The JSON Schema of a report: it is what the types say, it takes every report, and it refuses what is none. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv } from "ajv";
import { parse, toJson } from "../../js/node.js";
import { inRoot } from "../../scripts/run.mjs";
import { reportSchema, SCHEMA_FILE } from "../../scripts/schema.mjs";
import { TEXTS } from "../texts.mjs";

const schema = JSON.parse(readFileSync(inRoot(SCHEMA_FILE), "utf8"));

/** Strict: what the checker does not know, or cannot mean, is an error. @param {any} schema */
const checker = (schema) => new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
const isReport = checker(schema);
const isClosed = checker(await reportSchema({ closed: true }));

const trials = readdirSync(inRoot("tests")).filter((name) => /^trials-\d+$/.test(name));
const texts = trials.flatMap((folder) =>
  readdirSync(inRoot("tests", folder, "reports"))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(inRoot("tests", folder, "reports", name), "utf8") })),
);

test("it is what the types say", async () => {
  assert.deepStrictEqual(schema, JSON.parse(JSON.stringify(await reportSchema())));
  assert.equal(schema.$id, `https://unpkg.com/gangmu@${JSON.parse(readFileSync(inRoot("package.json"), "utf8")).version}/${SCHEMA_FILE}`);
});

test("it takes every report, and no report has a field that it does not know", () => {
  assert.ok(texts.length > 20 && TEXTS.length > 20);
  for (const { name, text } of [...TEXTS, ...texts]) {
    for (const profile of /** @type {const} */ (["usual", "strict"])) {
      const report = JSON.parse(toJson(text, { profile }));
      assert.ok(isReport(report), `${name}: ${JSON.stringify(isReport.errors)}`);
      assert.ok(isClosed(report), `${name}: ${JSON.stringify(isClosed.errors)}`);
    }
  }
});

/** A report with something of everything. */
const report = () =>
  parse("清溪镇2021年工作报告\n一、主要举措\n培训干部60人，其中女干部30人、男干部20人、其他人员5人，落实《清溪镇规划》。组织学习学习行政处罚法。\n三、不足\n2021年3月，一是办件少。");

test("it refuses what is no report", () => {
  const whole = report();
  for (const field of /** @type {const} */ (["outline", "figures", "dates", "citations", "relations", "findings", "ignored", "passages"])) {
    assert.ok(whole[field].length > 0, `the report has ${field}`);
  }
  assert.ok(isReport(whole), JSON.stringify(isReport.errors));
  /** @type {[string, (report: any) => void][]} */
  const broken = [
    ["a missing part", (report) => delete report.figures],
    ["another version", (report) => (report.schema = "gangmu/2")],
    ["a missing field", (report) => delete report.figures[0].bound],
    ["a missing field deep inside", (report) => delete report.outline[0].children],
    ["a span of three numbers", (report) => report.figures[0].span.push(9)],
    ["a span of one", (report) => report.dates[0].span.pop()],
    ["half a unit", (report) => (report.citations[0].span[0] = 0.5)],
    ["a place before the text", (report) => (report.ignored[0].span[0] = -1)],
    ["an unknown rule", (report) => (report.findings[0].rule = "no-such-rule")],
    ["an unknown kind", (report) => (report.figures[0].kind = "colour")],
    ["a value as words", (report) => (report.figures[0].value = "60")],
    ["null where something must be", (report) => (report.figures[0].indicator = null)],
    ["a relation without its figures", (report) => delete report.relations[0].parts],
    ["a relation of no kind", (report) => (report.relations[0].kind = "product")],
    ["a level and a half", (report) => (report.outline[0].level = 1.5)],
    ["a list as an object", (report) => (report.passages = {})],
    ["an empty edit", (report) => (report.findings.find((/** @type {any} */ { fix }) => fix).fix[0] = {})],
  ];
  for (const [what, damage] of broken) {
    const copy = structuredClone(whole);
    damage(copy);
    assert.ok(!isReport(copy), what);
  }
  for (const other of [null, [], "", {}, { schema: "gangmu/1" }]) assert.ok(!isReport(other), JSON.stringify(other));
});

test("it takes a field that comes later", () => {
  const later = { ...report(), weather: "fine" };
  assert.ok(isReport(later) && !isClosed(later));
});

test("a report in parts", () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  ajv.addSchema(schema);
  const isPart = ajv.getSchema(`${schema.$id}#/definitions/PartialReport`);
  assert.ok(isPart);
  const { schema: version, outline, figures } = report();
  for (const part of [{ schema: version }, { schema: version, outline }, { schema: version, outline, figures }]) {
    assert.ok(isPart(part), JSON.stringify(isPart.errors));
    assert.ok(!isReport(part), "it is no whole one");
  }
  assert.ok(!isPart({ outline }) && !isPart({ schema: version, outline: [{}] }));
});

test("every field says what it is", () => {
  /** @type {string[]} */
  const silent = [];
  for (const [name, { properties = {}, description, anyOf = [] }] of /** @type {[string, any][]} */ (Object.entries(schema.definitions))) {
    if (description === undefined && anyOf.length === 0) silent.push(name);
    for (const [field, about] of /** @type {[string, any][]} */ (Object.entries(properties))) {
      if (about.description === undefined && about.$ref === undefined && about.anyOf === undefined) silent.push(`${name}.${field}`);
    }
  }
  assert.deepStrictEqual(silent, []);
});
