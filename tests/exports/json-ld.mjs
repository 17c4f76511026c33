/** JSON-LD: read by a processor that is not ours, and held against the model of Web Annotations and schema.org's types. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import jsonld from "jsonld";
import { parse, toJsonLd } from "../../js/node.js";
import { findQuote, quoteOf } from "../../js/places.js";
import { inRoot, run } from "../../scripts/run.mjs";
import { TEXTS } from "../texts.mjs";
import { ANNOTATION_CONTEXT, annotationContext } from "./annotation-context.mjs";

/** @typedef {import("../../js/gangmu.d.ts").Options} Options */

/** @param {string} text @param {Options} [options] */
const read = (text, options) => JSON.parse(toJsonLd(text, options));

/** @param {any} collection @returns {any[]} */
const annotationsOf = (collection) => collection.first?.items ?? [];

/** What the processor makes of it; a term that the context does not know, or a relative IRI, is an error. @param {any} document @returns {Promise<any[]>} */
async function triples(document) {
  /** @type {any} */
  const settings = {
    safe: true,
    documentLoader: async (/** @type {string} */ url) => {
      assert.equal(url, ANNOTATION_CONTEXT, "it needs no other context");
      return { contextUrl: undefined, documentUrl: url, document: annotationContext };
    },
  };
  return /** @type {any} */ (await jsonld.toRDF(document, settings));
}

const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const SCHEMA = "http://schema.org/";

test("every text is a graph that says what was read", async () => {
  let count = 0;
  for (const [index, { name, text }] of TEXTS.entries()) {
    const document = read(text, index % 2 === 0 ? {} : { source: index % 3 === 0 ? `https://example.org/${name}` : name });
    const graph = await triples(document);
    const { figures } = parse(text);
    /** @param {string} predicate @param {string} [subject] */
    const objects = (predicate, subject) =>
      graph.filter((triple) => triple.predicate.value === predicate && (subject === undefined || triple.subject.value === subject)).map(({ object }) => object);
    const ofType = (/** @type {string} */ type) => graph.filter(({ predicate, object }) => predicate.value === TYPE && object.value === type);
    for (const [type, number] of /** @type {const} */ ([
      [`${AS}OrderedCollection`, 1],
      [`${AS}OrderedCollectionPage`, figures.length > 0 ? 1 : 0],
      [`${OA}Annotation`, figures.length],
      [`${OA}TextQuoteSelector`, figures.length],
      [`${OA}TextPositionSelector`, figures.length],
      [`${SCHEMA}Observation`, figures.length],
      [`${SCHEMA}QuantitativeValue`, figures.length],
    ])) {
      assert.equal(ofType(type).length, number, `${name}: ${type}`);
    }
    assert.deepStrictEqual(objects(`${AS}totalItems`).map(({ value }) => value), [`${figures.length}`]);
    for (const { subject } of ofType(`${OA}Annotation`)) {
      const [body, target] = [`${OA}hasBody`, `${OA}hasTarget`].map((predicate) => objects(predicate, subject.value));
      assert.deepStrictEqual([body.length, target.length], [1, 1]);
      assert.equal(objects(`${OA}hasSource`, target[0].value).length, 1);
      assert.equal(objects(`${OA}hasSelector`, target[0].value).length, 2);
      assert.ok(objects(`${SCHEMA}value`, body[0].value).length + objects(`${SCHEMA}maxValue`, body[0].value).length > 0);
    }
    for (const { value, datatype } of [...objects(`${OA}start`), ...objects(`${OA}end`)]) {
      assert.match(value, /^\d+$/);
      assert.equal(datatype.value, "http://www.w3.org/2001/XMLSchema#nonNegativeInteger");
    }
    count += graph.length;
  }
  assert.ok(count > 50_000, `${count} triples`);
});

test("both selectors are the words of the figure; the quote is the one of gangmu/places", () => {
  for (const { name, text } of TEXTS) {
    // What is no text becomes U+FFFD where it leaves JavaScript.
    const whole = text.toWellFormed();
    const characters = [...whole];
    const { figures } = parse(whole);
    const annotations = annotationsOf(read(whole));
    assert.equal(annotations.length, figures.length, name);
    for (const [index, { target }] of annotations.entries()) {
      const { span } = figures[index];
      const [quote, position] = target.selector;
      const words = whole.slice(...span);
      assert.deepStrictEqual(quote, quoteOf(whole, span), name);
      assert.equal(quote.exact, words);
      assert.equal(characters.slice(position.start, position.end).join(""), words, name);
      assert.equal(characters.slice(0, position.start).join("").length, span[0]);
      assert.ok([quote.prefix, quote.suffix].every((side) => [...side].length <= 32));
      const found = findQuote(whole, quote);
      assert.ok(found === null || found[0] === span[0], `${name}: ${words}`);
    }
  }
});

test("what the model of Web Annotations asks for", () => {
  for (const { name, text } of TEXTS) {
    const collection = read(text, { source: `https://example.org/${name}` });
    const { "@context": context, id, type, total, first, label } = collection;
    assert.deepStrictEqual([context, type], [ANNOTATION_CONTEXT, "AnnotationCollection"]);
    assert.match(id, /^urn:uuid:[0-9a-f-]{36}$/);
    assert.ok(label === undefined || typeof label === "string");
    // The first page must be there unless there is nothing on it, and its items may not be none.
    assert.equal(first === undefined, total === 0);
    if (first !== undefined) assert.deepStrictEqual([first.type, first.startIndex, first.items.length], ["AnnotationPage", 0, total]);
    const ids = [id, first?.id];
    for (const annotation of annotationsOf(collection)) {
      assert.equal(annotation.type, "Annotation");
      assert.equal(annotation.motivation, "describing");
      assert.equal(annotation.target.source, new URL(`https://example.org/${name}`).href);
      assert.equal("bodyValue" in annotation, false);
      ids.push(annotation.id, annotation.body.id);
    }
    assert.equal(new Set(ids).size, ids.length, `${name}: every id is one thing's`);
  }
});

test("every body is an Observation to schema.org's types", async () => {
  /** One of each shape, with the property and the value that are checked. @type {Map<string, unknown>} */
  const shapes = new Map();
  /** @param {any} value @returns {unknown} */
  const plain = (value) => {
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== "object") return value;
    /** @type {Record<string, unknown>} */
    const out = {};
    for (const [key, each] of Object.entries(value)) {
      if (key === "id") out["@id"] = each;
      // A type may be named with those that it is a kind of: an Observation is a QuantitativeValue.
      else if (key === "type") out["@type"] = `${[each].flat()[0]}`.replace("schema:", "");
      else {
        assert.match(key, /^schema:/);
        out[key.slice("schema:".length)] = plain(each);
      }
    }
    return out;
  };
  for (const { text } of TEXTS) {
    for (const { body } of annotationsOf(read(text))) {
      const shape = JSON.stringify(body, (key, value) => (key === "id" || typeof value === "number" ? typeof value : value));
      if (shapes.size < 400) shapes.set(shape.replace(/"schema:name":"[^"]*"/g, ""), plain(body));
    }
  }
  const bodies = [...shapes.values()];
  for (const field of ["minValue", "maxValue", "unitCode", "valueReference", "observationPeriod", "measuredProperty"]) {
    assert.ok(bodies.some((body) => field in /** @type {object} */ (body)), `one has ${field}`);
  }
  const folder = inRoot(".cache", "schema-org");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const typed = (/** @type {unknown[]} */ list) => `import type { Observation } from "schema-dts";\nexport const bodies: Observation[] = ${JSON.stringify(list, null, 1)};\n`;
  writeFileSync(`${folder}/right.ts`, typed(bodies));
  writeFileSync(`${folder}/wrong.ts`, typed([{ "@type": "Observation", observationDay: "2020" }, { "@type": "Observation", measuredProperty: 12 }]));
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", types: [], skipLibCheck: true };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const { all } = await run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "-p", folder]);
  const errors = all.split("\n").filter((line) => /error TS/.test(line));
  assert.deepStrictEqual(errors.filter((line) => !line.includes("wrong.ts")), []);
  assert.ok(errors.length > 0, "what schema.org does not know is an error");
});

test("what of a figure is said, and how", () => {
  const text = "清溪镇2021年工作报告\n一、主要举措\n2020年1—11月，巡河30至50公里，复垦约12公顷，整改率不低于95%，受众不足1.1万人。2021年3月，信访量下降4.5%。";
  const bodies = annotationsOf(read(text)).map(({ body }) =>
    Object.fromEntries(Object.entries(body).filter(([key]) => /value|Value|unit|Date|Period/.test(key)).map(([key, value]) => [key.slice(7), value])),
  );
  const remark = (/** @type {string} */ property, /** @type {string} */ value) => [{ type: "schema:PropertyValue", "schema:propertyID": property, "schema:value": value }];
  const when = { observationDate: "2020-01", observationPeriod: "P11M" };
  assert.deepStrictEqual(bodies, [
    { minValue: 30, maxValue: 50, unitText: "公里", unitCode: "KMT", ...when },
    { value: 12, unitText: "公顷", unitCode: "HAR", ...when, valueReference: remark("bound", "about") },
    { value: 95, minValue: 95, unitText: "%", unitCode: "P1", ...when, valueReference: remark("bound", "at-least") },
    { value: 11000, maxValue: 11000, unitText: "人", unitCode: "IE", ...when, valueReference: remark("bound", "less-than") },
    { value: 4.5, unitText: "%", unitCode: "P1", observationDate: "2021-03", observationPeriod: "P1M", valueReference: remark("change", "down") },
  ]);
  const [{ body }] = annotationsOf(read(text));
  assert.deepStrictEqual(body["schema:observationAbout"], { type: "schema:Place", "schema:name": "清溪镇" });
  assert.deepStrictEqual(annotationsOf(read("得分98分。")).map((each) => each.body["schema:unitCode"]), [undefined]);
});

test("where the text is", () => {
  const source = (/** @type {Options} */ options) => annotationsOf(read("投入3元。", options))[0].target.source;
  const name = source({});
  assert.match(name, /^urn:uuid:/);
  assert.equal(source({ source: "https://example.org/报告 1.txt?a=%20#b" }), "https://example.org/%E6%8A%A5%E5%91%8A%201.txt?a=%20#b");
  assert.deepStrictEqual(source({ source: "报告 1.txt" }), { id: name, "schema:name": "报告 1.txt" });
  assert.deepStrictEqual(source({ source: "C:\\报告.txt" }), { id: name, "schema:name": "C:\\报告.txt" });
  assert.equal(source({ source: null }), name);
  assert.equal(source({ source: "" }), name);
  assert.notEqual(read("投入3元。", { source: "a" }).id, read("投入3元。", { source: "b" }).id);
  assert.equal(toJsonLd("投入3元。"), toJsonLd("投入3元。"));
});
