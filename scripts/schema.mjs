/**
 * The JSON Schema of a report (`dist/report.schema.json`, draft 7), made from the types in `js/gangmu.d.ts`: what a field is
 * and in which unit is written there, once.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { unlessFresh } from "./freshness.mjs";
import { inRoot } from "./run.mjs";

export const SCHEMA_FILE = "dist/report.schema.json";

/** @typedef {import("ts-json-schema-generator").Schema} Schema */

/** What is counted in quantities of the report and not in whole units. */
const DECIMALS = ["Figure.value", "Figure.upper"];

/** Every number is whole and not negative, but for the quantities: 增长-9.4%. @param {any} schema @param {string} path */
function narrow(schema, path) {
  if (schema === null || typeof schema !== "object") return;
  const types = [schema.type].flat();
  if (types.includes("number")) {
    const whole = types.map((/** @type {string} */ type) => (type === "number" ? "integer" : type));
    if (!DECIMALS.includes(path)) Object.assign(schema, { minimum: 0, type: whole.length === 1 ? whole[0] : whole });
  }
  for (const [key, value] of Object.entries(schema)) {
    narrow(value, key === "properties" ? path : /^(items|anyOf|\d+)$/.test(key) ? path : `${path}.${key}`);
  }
}

/**
 * Fields may be added to a report, so a field that the schema does not know is allowed in it. `closed` allows none: that is
 * for tests.
 *
 * @param {{ closed?: boolean }} [settings]
 */
export async function reportSchema({ closed = false } = {}) {
  const { createGenerator } = await import("ts-json-schema-generator");
  const { definitions = {} } = createGenerator({
    path: inRoot("js", "gangmu.d.ts"),
    tsconfig: inRoot("tsconfig.json"),
    type: "Report",
    skipTypeCheck: true,
    sortProps: false,
    additionalProperties: !closed,
  }).createSchema("Report");
  for (const [name, definition] of Object.entries(definitions)) {
    if (typeof definition === "boolean") continue;
    narrow(definition, name);
    definition.title = name;
    for (const each of definition.anyOf ?? []) {
      // How figures hang together: each way has its own fields.
      const kind = typeof each === "boolean" ? null : each.properties?.kind;
      if (kind && typeof kind !== "boolean" && typeof each !== "boolean") each.title = `${name}: ${kind.const}`;
    }
  }
  const { properties = {} } = /** @type {Schema} */ (definitions.Report);
  /** @type {Schema} */
  const partial = {
    type: "object",
    title: "PartialReport",
    description: "What a caller gets who asked for some parts of a report only (the option `parts`): those that were not asked for are absent.",
    properties: Object.fromEntries(Object.keys(properties).map((field) => [field, { $ref: `#/definitions/Report/properties/${field}` }])),
    required: ["schema"],
    ...(closed ? { additionalProperties: false } : {}),
  };
  const { version } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `https://unpkg.com/gangmu@${version}/${SCHEMA_FILE}`,
    title: "Gangmu report",
    description:
      "What `parse` and `toJson` give, whole; of a report in parts, #/definitions/PartialReport. Positions are UTF-16 code units of the text. A later version may add fields, and names to its closed sets.",
    $ref: "#/definitions/Report",
    definitions: { ...definitions, PartialReport: partial },
  };
}

/** Within `alone` (scripts/lock.mjs). */
export const schema = () =>
  unlessFresh("schema", { inputs: ["js/gangmu.d.ts", "scripts/schema.mjs", "package.json"], outputs: [SCHEMA_FILE] }, async () => {
    mkdirSync(inRoot("dist"), { recursive: true });
    writeFileSync(inRoot(SCHEMA_FILE), `${JSON.stringify(await reportSchema(), null, 2)}\n`);
  });
