// The desk: wires text, views and ways in and out. The only file that knows all of them.

import "./offline/fill.js";
import "./style/page.css";
import { registerPageActions } from "./actions.js";
import { breath, createAnalysis, LONG } from "./analysis.js";
import { createCard } from "./panes/card.js";
import { createCollect } from "./collect/collect.js";
import { createCompare } from "./compare/compare.js";
import { byId } from "./dom.js";
import { connectEmbedding } from "./embed.js";
import { createEditor } from "./text/editor.js";
import { printDeskWhole } from "./out/print-desk.js";
import { createWaysOut } from "./out/ways-out.js";
import { createChecksView } from "./panes/checks.js";
import { askTwoFiles } from "./in/two-files.js";
import { createWaysIn } from "./in/ways-in.js";
import { createFiguresView } from "./panes/figures.js";
import { createFindingsDesk } from "./findings/desk.js";
import { isDismissed, onDismissals } from "./findings/dismissals.js";
import { createFindingsView } from "./panes/findings.js";
import { characters, number } from "./format.js";
import { keepForOffline } from "./offline/register.js";
import { nameKeys, registerAction } from "./keys.js";
import { language, onLanguage, setLanguage, t, translate } from "./words/language.js";
import { createLeftOutView } from "./panes/left-out.js";
import { createLegend } from "./text/legend.js";
import { createOutlineView } from "./panes/outline.js";
import { createPanes } from "./panes/switch.js";
import { createCore } from "./reading/client.js";
import { watchRequests } from "./requests.js";
import sample from "./sample.txt";
import { forgetEverything, onForget } from "./forgetting.js";
import { openRule } from "./settings/rule.js";
import { openSettings } from "./settings/dialog.js";
import { recall } from "./settings/memory.js";
import { changeSettings, currentOptions, onSettings, usualSettings } from "./settings/options.js";
import { reached } from "./stages.js";
import { figureAt, placeAt, survey } from "./survey.js";
import { wholeTables } from "./tables/grid.js";

/** @typedef {import("./survey.js").Survey} Survey */
/** @typedef {import("../js/gangmu.d.ts").Span} Span */

/**
 * What is chosen, in the three ways that the views know it; -1 where it has none. A finding is chosen at one of its places.
 * @typedef {{ what: "figure" | "heading" | "finding" | "span", figure: number, place: number, finding: number, spot: number, span?: Span }} Chosen
 */

const emptyReport = /** @type {import("../js/gangmu.d.ts").Report} */ (
  /** @type {unknown} */ ({ metadata: {}, outline: [], items: [], figures: [], dates: [], citations: [], relations: [], findings: [], noise: [], ignored: [], passages: [] })
);

/** @type {Survey} */
let current = survey("", emptyReport);
/** @type {Chosen | null} */
let chosen = null;
let milliseconds = 0;
/** The whole text has been read. */
let complete = true;
let requests = 0;

const settled = watchRequests((count) => {
  requests = count;
  showRequests();
});

const panes = createPanes();
const paper = byId("paper");
byId("boot").hidden = true;

const card = createCard({
  choose: (figure) => choose(figureChosen(figure), "card"),
  finding: (what, finding, spot) => mending.press(what, finding, spot),
  copy: (figure) => waysOut.copyFigure(figure),
  close: () => choose(null, "card"),
});

const editor = createEditor(paper, {
  text(length, pasted) {
    document.body.classList.toggle("empty", length === 0);
    // What was said was said of the text as it stood: so many mended, so many left.
    say("");
    analysis.later(pasted || length === 0);
    waysIn.changed();
  },
  paste: (event) => waysIn.paste(event),
  cursor(position) {
    const figure = figureAt(current.report.figures, position);
    if (figure >= 0) return choose(figureChosen(figure), "text");
    /** @param {number} index */
    const spotOf = (index) => current.report.findings[index].places.findIndex((span) => span[0] <= position && position < span[1]);
    const finding = current.open.find((index) => spotOf(index) >= 0);
    if (finding !== undefined) return choose(findingChosen(finding, spotOf(finding)), "text");
    const place = placeAt(current.places, position);
    choose(place < 0 ? null : headingChosen(place), "text");
  },
  covered: () => card.height(),
});

const toText = () => {
  panes.show("text");
  editor.focus();
};
const outline = createOutlineView({ choose: (place) => choose(headingChosen(place), "list"), enter: toText });
const figures = createFiguresView({ choose: (figure) => choose(figureChosen(figure), "list"), enter: toText });
/** @param {Span} span */
const chooseSpan = (span) => choose(spanChosen(span), "list");
const leftOut = createLeftOutView({ chooseSpan, enter: toText, turned: () => figures.again() });
const checks = createChecksView({
  choose: (figure) => choose(figureChosen(figure), "list"),
  chooseSpan,
  enter: toText,
});
const findings = createFindingsView({ choose: (finding, spot) => choose(findingChosen(finding, spot), "list") });
const mending = createFindingsDesk({
  editor,
  view: findings,
  survey: () => current,
  chosen: () => (chosen && chosen.finding >= 0 ? chosen : null),
  choose: (finding, spot) => choose(finding < 0 ? null : findingChosen(finding, spot), "list"),
  say,
  toText,
  why: (rule) => void openRule(rule, { said: say, all: () => settle("rules") }),
});
const legend = createLegend(byId("legend"), paper);
const analysis = createAnalysis({
  editor,
  options: currentOptions,
  give: take,
  fail: (why) => say(t("failed", { why: why instanceof Error ? why.message : String(why) })),
});
onSettings(() => analysis.later(true));
const embedding = connectEmbedding({ text: (text) => editor.replace(text), settings: changeSettings });
const coming = createCore();

/** @param {number} figure @returns {Chosen} */
const figureChosen = (figure) => ({ what: "figure", figure, place: current.sections[figure], finding: -1, spot: 0 });

/** @param {number} place @returns {Chosen} */
const headingChosen = (place) => ({ what: "heading", figure: -1, place, finding: -1, spot: 0 });

/** @param {number} finding @param {number} [spot] which of its places @returns {Chosen} */
const findingChosen = (finding, spot = 0) => ({
  what: "finding",
  figure: -1,
  place: placeAt(current.places, current.report.findings[finding].places[spot][0]),
  finding,
  spot,
});

/** A place that is none of these: a claim, a number left out. @param {Span} span @returns {Chosen} */
const spanChosen = (span) => ({ what: "span", figure: -1, place: placeAt(current.places, span[0]), finding: -1, spot: 0, span });

/** @param {Chosen} of @returns {Span} */
function spanOf({ what, figure, place, finding, spot, span }) {
  const { report, places } = current;
  if (what === "span" && span) return span;
  if (what === "figure") return report.figures[figure].span;
  if (what === "finding") return report.findings[finding].places[spot];
  return places[place].heading.span;
}

/**
 * Shows everywhere what was chosen anywhere.
 * @param {Chosen | null} next
 * @param {"text" | "list" | "card" | "reading"} from
 */
function choose(next, from) {
  chosen = next;
  // A click into running text chooses its section, but should not light up a heading far away.
  const lit = next && !(from === "text" && next.what === "heading") ? spanOf(next) : null;
  if (next && next.what === "figure") card.showFigure(current, next.figure);
  else if (next && next.what === "finding") card.showFinding(current, next.finding, next.spot);
  else card.hide();
  editor.choose(lit, from === "reading" ? "leave" : from === "text" ? "uncover" : "select");
  if (next && next.what === "finding" && from !== "reading") panes.showSide("findings");
  // The checks show the figure as well.
  if (next && next.what === "figure" && from !== "reading" && panes.side() === "findings") panes.showSide("figures");
  if (from !== "text" && from !== "reading" && panes.narrow()) panes.show("text");
  outline.mark(next ? next.place : -1);
  figures.mark(next ? next.figure : -1, next && next.what === "heading" ? next.place : -1);
  const span = (next && next.span) || null;
  leftOut.mark(span);
  checks.mark(next ? next.figure : -1, span);
  findings.mark(next ? next.finding : -1, next ? next.spot : 0);
}

/**
 * A new reading of the text. Of a long one each stage is a task of its own, so that typing goes on between them.
 * @param {string} text
 * @param {import("../js/gangmu.d.ts").Report} report
 * @param {number} took
 * @param {boolean} whole false where only the start of the text has been read as yet
 */
async function take(text, report, took, whole) {
  const pause = () => (text.length > LONG ? breath() : null);
  reached("unpacked");
  await pause();
  const next = survey(text, report, isDismissed);
  reached("surveyed");
  await pause();
  const before = chosen;
  milliseconds = took;
  complete = whole;
  const known = before && before.finding >= 0 ? current.report.findings[before.finding].fingerprint : "";
  current = next;
  editor.takeReading(current);
  reached("marked");
  showViews();
  reached(whole ? "shown" : "begun");
  stay(before, known);
  if (!whole) return;
  mending.read();
  embedding.give(text, report);
}

/**
 * What was chosen stays chosen, if it still stands where it stood.
 * @param {Chosen | null} before
 * @param {string} known fingerprint of the finding that was chosen
 */
function stay(before, known) {
  if (!before) return;
  const { report } = current;
  const finding = known ? current.open.find((index) => report.findings[index].fingerprint === known) : undefined;
  if (finding !== undefined) {
    return choose(findingChosen(finding, Math.min(before.spot, report.findings[finding].places.length - 1)), "reading");
  }
  const lit = editor.chosen();
  const position = lit === null ? editor.cursor() : lit;
  const figure = lit === null ? -1 : figureAt(report.figures, lit);
  const place = placeAt(current.places, position);
  if (before.what === "figure" && figure >= 0) choose(figureChosen(figure), "reading");
  else if (before.span && lit !== null) choose(spanChosen([lit, lit + before.span[1] - before.span[0]]), "reading");
  else if (before.what === "heading" && place >= 0) choose(headingChosen(place), "reading");
  else choose(null, "reading");
}

function showViews() {
  outline.show(current);
  figures.show(current);
  leftOut.show(current);
  checks.show(current);
  findings.show(current);
  showFacts();
}

function showFacts() {
  const { report, places, text } = current;
  const { title, issuer, year, date } = report.metadata;
  byId("document-title").textContent = title || t("untitled");
  byId("document-facts").textContent = [year, issuer, date].filter(Boolean).join(" · ");
  document.title = text && title ? `${title} – ${t("about")}` : "纲目 Gangmu";
  const counts = {
    heading: places.length,
    figure: report.figures.length,
    date: report.dates.length,
    citation: report.citations.length,
    noise: report.noise.length,
    finding: current.open.length,
  };
  legend.show(counts);
  for (const tally of Array.from(document.querySelectorAll("[data-tally]"))) {
    const many = { figures: counts.figure, checks: report.relations.length, findings: counts.finding };
    const n = many[/** @type {keyof typeof many} */ (tally.getAttribute("data-tally"))];
    tally.textContent = n ? number(n) : "";
  }
  const time = t("time", { ms: milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds) });
  byId("counts").textContent = complete ? `${t("length", { n: number(characters(text)) })} · ${time}` : t("reading");
}

function showRequests() {
  byId("requests").textContent = t("requests", { n: requests });
  byId("requests").classList.toggle("alarm", requests > 0);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence;

/** One sentence in the foot of the page, for a while. @param {string} sentence */
function say(sentence) {
  byId("message").textContent = sentence;
  clearTimeout(silence);
  silence = setTimeout(() => (byId("message").textContent = ""), 12_000);
}

const waysIn = createWaysIn({
  editor,
  say,
  several,
  toText() {
    panes.show("text");
    // On a phone that would bring up the keyboard.
    if (!panes.narrow()) editor.focus();
  },
});
byId("clear").addEventListener("click", () => {
  editor.replace("");
  editor.focus();
});
byId("sample").addEventListener("click", () => {
  editor.replace(sample);
  editor.focus();
});

/** More than one file at once. @param {File[]} files */
async function several(files) {
  const way = files.length === 2 ? await askTwoFiles(files) : "collect";
  if (way === "collect") return collect.add(files);
  if (way !== "compare") return;
  await waysIn.take(files[0]);
  await compare.with(files[1]);
}

/** A place that something beside the desk speaks of. @param {Span} span */
function show(span) {
  const figure = figureAt(current.report.figures, span[0]);
  choose(figure >= 0 && current.report.figures[figure].span[0] === span[0] ? figureChosen(figure) : spanChosen(span), "list");
}
const compare = createCompare({ core: () => coming, text: editor.text, options: currentOptions, divert: waysIn.divert, show, enter: toText, say });
byId("compare").addEventListener("click", () => compare.open());
const collect = createCollect({ core: () => coming, text: editor.text, options: currentOptions, divert: waysIn.divert, say });
byId("collect").addEventListener("click", () => void collect.open());
registerAction({ id: "collect", keys: ["Alt+7"], words: "collectHint", group: "groupFiles", run: () => void collect.open() });
registerAction({ id: "compare", keys: ["Alt+6"], words: "compareHint", group: "groupFiles", run: () => void compare.open() });

const waysOut = createWaysOut({
  core: () => coming,
  text: editor.text,
  options: currentOptions,
  chosen: () => (chosen && chosen.what === "figure" ? chosen.figure : -1),
  startOf: (figure) => current.report.figures[figure].span[0],
  say,
});

printDeskWhole({ current: () => current, options: currentOptions, privateIn: waysOut.privateIn, tablesIn: wholeTables });

for (const name of /** @type {const} */ (["zh", "en"])) byId(`language-${name}`).addEventListener("click", () => setLanguage(name));

function speak() {
  translate();
  nameKeys();
  for (const name of ["zh", "en"]) byId(`language-${name}`).setAttribute("aria-pressed", String(name === language()));
  const kept = chosen;
  editor.turnLanguage();
  showViews();
  showRequests();
  byId("message").textContent = "";
  if (kept) choose(kept, "reading");
}
/** @param {"rules"} [at] */
const settle = (at) => void openSettings({ core: coming, forget: forgetEverything }, at);
byId("settings").addEventListener("click", () => settle());
registerAction({ id: "settings", keys: ["Ctrl+,"], words: "keySettings", group: "groupPage", run: () => settle() });
onForget(() => {
  choose(null, "reading");
  changeSettings(usualSettings());
  editor.forget();
  editor.focus();
  say(t("clearedAll"));
});
void recall(coming);
registerPageActions({ editor, panes, putAway });
onDismissals(() => {
  const before = chosen;
  current = survey(current.text, current.report, isDismissed);
  editor.markAnew(current);
  showViews();
  const gone = before !== null && before.finding >= 0 && !current.open.includes(before.finding);
  choose(gone ? null : before, "reading");
});
onLanguage(() => {
  speak();
  // Messages are told in the language in which the text was read.
  analysis.later(false);
});
speak();

function putAway() {
  if (chosen) choose(null, "card");
}

coming.then(
  (core) => {
    settled();
    analysis.start(core);
    waysIn.start();
    document.body.dataset.ready = "";
    keepForOffline();
    embedding.ready();
    if (document.activeElement === document.body && !panes.narrow()) editor.focus();
    // The first reading makes the browser compile what it uses of the wasm: better now than at the first paste.
    setTimeout(() => editor.length() || core.parse(sample), 50);
  },
  (why) => {
    byId("boot").hidden = false;
    byId("boot").textContent = t("cannotStart", { why: why instanceof Error ? why.message : String(why) });
  },
);
