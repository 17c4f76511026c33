/**
 * `docs/gangmu-figures.xml`: the data structures that the rows of `toSdmx` name, in SDMX-ML 3.0. The codes are the closed
 * sets of the core; what they mean is written here.
 *
 * `node scripts/sdmx-structure.mjs` writes it, `tests/exports/` sees that it is fresh.
 */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inRoot } from "./run.mjs";

/** @typedef {[english: string, chinese: string]} Name */
/** @typedef {{ id: string, name: Name, about: string, type: string, codes?: string, must?: boolean }} Component */

const AGENCY = "GANGMU";
const VERSION = "1.0.0";
export const STRUCTURE_FILE = "docs/gangmu-figures.xml";

/** The closed sets of the core that are code lists, each code with its names. @type {Record<string, Record<string, Name>>} */
const CODES = {
  Kind: {
    count: ["Things counted", "计数"],
    percent: ["Percentage, per mille or percentage points", "百分比"],
    money: ["Money of any currency", "金额"],
    area: ["Area", "面积"],
    length: ["Length, and speed", "长度"],
    weight: ["Weight", "重量"],
    volume: ["Volume", "体积"],
    duration: ["Length of time", "时长"],
    energy: ["Energy and power", "能量、功率"],
    multiple: ["Multiple, fraction or proportion", "倍数、比例"],
  },
  Bound: {
    exact: ["No hedge", "准确数"],
    about: ["About this value", "约数"],
    "at-least": ["This value or more", "不少于"],
    "at-most": ["This value or less", "不多于"],
    "more-than": ["More than this value", "超过"],
    "less-than": ["Less than this value", "不足"],
  },
  Change: { up: ["It rose", "增长"], down: ["It fell", "下降"] },
  PeriodSource: {
    stated: ["The figure's own sentence names the time", "本句写明"],
    carried: ["A sentence before it does", "承前句"],
    heading: ["The title of its section does", "据标题"],
  },
};

/** Of SDMX's own code list, those that occur. @type {Record<string, Name>} */
const STATUS = { A: ["Normal value", "正常值"], E: ["Estimated value: the report is not exact, see BOUND", "估计值"] };

/** @type {Component[]} */
const DIMENSIONS = [
  { id: "REPORT", name: ["Report", "报告"], about: "Where the text came from: a URI, the name of a file, or urn:uuid: with a number made of the text.", type: "String" },
  { id: "FIGURE", name: ["Number of the figure", "序号"], about: "The figures of a report in reading order, counted from 1.", type: "Integer" },
  { id: "REF_AREA", name: ["Reference area", "地区"], about: "The place that the report is about, in its own words; _U where it does not say it.", type: "String" },
  { id: "INDICATOR", name: ["Indicator", "指标"], about: "What is counted, in the report's words; _U where nothing near by names it.", type: "String" },
];

/** @type {Component} */
const TIME = { id: "TIME_PERIOD", name: ["Time period", "期间"], about: "A year, month or day, or the first day of a span with its length.", type: "ObservationalTimePeriod" };

/** @type {Component} */
const MEASURE = { id: "OBS_VALUE", name: ["Observation value", "数值"], about: "In UNIT_MEASURE, written out: 1.1万 is 11000. The lower end of a range. Exact.", type: "Decimal", must: true };

/** @type {Component[]} */
const ATTRIBUTES = [
  { id: "UPPER_VALUE", name: ["Upper end", "上限"], about: "In UNIT_MEASURE: the upper end of a range. Exact.", type: "Decimal" },
  { id: "UNIT_MEASURE", name: ["Unit of measure", "单位"], about: "As the report writes it; its scale (万, 亿) is in the value.", type: "String" },
  { id: "UNIT_MULT", name: ["Unit multiplier", "单位倍数"], about: "Always 0: the value is written out.", type: "Integer", must: true },
  { id: "OBS_STATUS", name: ["Observation status", "观测状态"], about: "A, or E where the report is not exact.", type: "String", codes: "OBS_STATUS", must: true },
  { id: "KIND", name: ["Kind of quantity", "类别"], about: "A compound unit has the kind of its numerator.", type: "String", codes: "KIND", must: true },
  { id: "BOUND", name: ["Bound", "界限"], about: "What the words in APPROX say of the true value.", type: "String", codes: "BOUND", must: true },
  { id: "APPROX", name: ["Hedge", "约数用语"], about: "The words that make it inexact: 约, 近, 余, 多, 以上.", type: "String" },
  { id: "CHANGE", name: ["Change", "变化"], about: "Which way, where the figure states a change.", type: "String", codes: "CHANGE" },
  { id: "VERB", name: ["Verb", "动作"], about: "The verb that governs the figure.", type: "String" },
  { id: "PERIOD_SOURCE", name: ["Source of the period", "期间依据"], about: "How the time was come by.", type: "String", codes: "PERIOD_SOURCE" },
  { id: "SECTION", name: ["Section", "章节"], about: "The markers on the way to the figure, and the innermost title.", type: "String" },
  { id: "WORDS", name: ["Words", "原文"], about: "The figure as written, on one line.", type: "String", must: true },
  { id: "COMMENT_OBS", name: ["Observation comment", "原句"], about: "The sentence of the figure, on one line.", type: "String", must: true },
  { id: "START", name: ["Start", "起"], about: "Where the words begin in the text, in UTF-16 units from 0.", type: "Integer", must: true },
  { id: "END", name: ["End", "止"], about: "The unit behind their last, in UTF-16 units from 0.", type: "Integer", must: true },
];

/** @param {string} words */
const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** @param {number} depth @param {string[]} lines */
const indent = (depth, lines) => lines.map((line) => "  ".repeat(depth) + line);

/** @param {Name} name */
const names = ([english, chinese]) => [
  `<com:Name xml:lang="en">${escaped(english)}</com:Name>`,
  `<com:Name xml:lang="zh">${escaped(chinese)}</com:Name>`,
];

/** An element with others inside. @param {string} start @param {string[]} inside */
const element = (start, inside) => [`<${start}>`, ...indent(1, inside), `</${start.split(" ")[0]}>`];

/** @param {string} id */
const maintained = (id) => `id="${id}" agencyID="${AGENCY}" version="${VERSION}"`;

/** @param {string} kind @param {string} id */
const urn = (kind, id) => `urn:sdmx:org.sdmx.infomodel.${kind}=${AGENCY}:${id}(${VERSION})`;

/** @param {string} id @param {Name} name @param {Record<string, Name>} codes */
const codelist = (id, name, codes) =>
  element(`str:Codelist ${maintained(`CL_${id}`)}`, [
    ...names(name),
    ...Object.entries(codes).flatMap(([code, words]) => element(`str:Code id="${code}"`, names(words))),
  ]);

/** @param {Component} component */
const concept = ({ id, name, about }) =>
  element(`str:Concept id="${id}"`, [...names(name), `<com:Description xml:lang="en">${escaped(about)}</com:Description>`]);

/** @param {Component} component */
const identity = ({ id, type, codes }) => [
  `<str:ConceptIdentity>${urn("conceptscheme.Concept", "FIGURES")}.${id}</str:ConceptIdentity>`,
  ...element("str:LocalRepresentation", [
    codes === undefined ? `<str:TextFormat textType="${type}"/>` : `<str:Enumeration>${urn("codelist.Codelist", `CL_${codes}`)}</str:Enumeration>`,
  ]),
];

/** Some readers take what is not said for mandatory. @param {Component} component */
const usage = ({ must = false }) => ` usage="${must ? "mandatory" : "optional"}"`;

/** @param {Component} component */
const attribute = (component) =>
  element(`str:Attribute id="${component.id}"${usage(component)}`, [
    ...identity(component),
    ...element("str:AttributeRelationship", ["<str:Observation/>"]),
  ]);

/** @param {string} id @param {Name} name @param {boolean} dated */
function dataStructure(id, name, dated) {
  const dimensions = DIMENSIONS.flatMap((each, index) => element(`str:Dimension id="${each.id}" position="${index + 1}"`, identity(each)));
  if (dated) dimensions.push(...element(`str:TimeDimension id="${TIME.id}"`, identity(TIME)));
  const components = [
    ...element("str:DimensionList", dimensions),
    ...element("str:AttributeList", ATTRIBUTES.filter((each) => dated || each.id !== "PERIOD_SOURCE").flatMap(attribute)),
    ...element("str:MeasureList", element(`str:Measure id="${MEASURE.id}"${usage(MEASURE)}`, identity(MEASURE))),
  ];
  return element(`str:DataStructure ${maintained(id)}`, [...names(name), ...element("str:DataStructureComponents", components)]);
}

/** @param {Record<string, string[]>} sets The closed sets of the core, by the name of their type. */
export function structure(sets) {
  for (const [set, codes] of Object.entries(CODES)) {
    const unnamed = sets[set].filter((code) => !(code in codes)).concat(Object.keys(codes).filter((code) => !sets[set].includes(code)));
    if (unnamed.length > 0) throw new Error(`scripts/sdmx-structure.mjs: ${set} is not the core's: ${unnamed.join(", ")}`);
  }
  const structures = [
    ...element("str:Codelists", [
      ...codelist("OBS_STATUS", ["Observation status", "观测状态"], STATUS),
      ...codelist("KIND", ["Kind of quantity", "类别"], CODES.Kind),
      ...codelist("BOUND", ["Bound", "界限"], CODES.Bound),
      ...codelist("CHANGE", ["Change", "变化"], CODES.Change),
      ...codelist("PERIOD_SOURCE", ["Source of the period", "期间依据"], CODES.PeriodSource),
    ]),
    ...element("str:ConceptSchemes", [
      ...element(`str:ConceptScheme ${maintained("FIGURES")}`, [
        ...names(["Concepts of the figures of reports", "报告数据的概念"]),
        ...[...DIMENSIONS, TIME, MEASURE, ...ATTRIBUTES].flatMap(concept),
      ]),
    ]),
    ...element("str:DataStructures", [
      ...dataStructure("FIGURES", ["Figures that reports state", "报告中的数据"], true),
      ...dataStructure("FIGURES_UNDATED", ["Figures that reports state without a time", "报告中未写明期间的数据"], false),
    ]),
  ];
  const schema = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0";
  const message = element(`mes:Structure xmlns:mes="${schema}/message" xmlns:str="${schema}/structure" xmlns:com="${schema}/common"`, [
    ...element("mes:Header", [
      "<mes:ID>GANGMU_FIGURES</mes:ID>",
      "<mes:Test>false</mes:Test>",
      "<mes:Prepared>2026-11-22T00:00:00Z</mes:Prepared>",
      `<mes:Sender id="${AGENCY}"/>`,
    ]),
    ...element("mes:Structures", structures),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Made by scripts/sdmx-structure.mjs. -->\n${message.join("\n")}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await import("../js/node.js");
  const { names: namesAsJson } = await import("../dist/wasm/gangmu.js");
  writeFileSync(inRoot(STRUCTURE_FILE), structure(JSON.parse(namesAsJson())));
}
