// A narrow strip beside the text's scrollbar that shows where its figures and findings stand. A click goes there; by
// keyboard the outline and the lists lead to the same places.

import { EditorView, ViewPlugin } from "@codemirror/view";
import { element } from "../dom.js";
import { number } from "../format.js";
import { densityShapes, SLICE, WIDTH } from "../pictures/density.js";
import { picture, shape } from "../pictures/svg.js";
import { countUpTo, placeAt, sectionMark } from "../survey.js";
import { t } from "../words/language.js";
import { chosenSpan, positionThen, spanToday } from "./marks.js";
import { surveyField } from "./reading.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Severity} Severity */
/** @typedef {import("../pictures/density.js").Slice} Slice */

/** More lines than these would be a ground, not borders. */
const MOST_BORDERS = 60;

const GRAVITY = { error: 3, warning: 2, advice: 1 };

/**
 * Places of findings in the order of the text, with the severity of each; made once a reading.
 * @type {WeakMap<Survey, { at: number, severity: Severity }[]>}
 */
const alarms = new WeakMap();

/** @param {Survey} survey */
function alarmsOf(survey) {
  let known = alarms.get(survey);
  if (!known) {
    const open = survey.open.map((index) => survey.report.findings[index]);
    known = open.flatMap(({ places, severity }) => places.map(([at]) => ({ at, severity })));
    known.sort((a, b) => a.at - b.at);
    alarms.set(survey, known);
  }
  return known;
}

class Strip {
  /** @param {EditorView} view */
  constructor(view) {
    this.view = view;
    this.window = shape("rect", { x: 0, width: WIDTH, class: "window" });
    this.shapes = shape("g", {});
    this.drawing = picture("density", WIDTH, 0, "", this.window, this.shapes);
    this.dom = element("div", { class: "strip" }, this.drawing);
    view.dom.append(this.dom);
    /** Pixels of the strip for one of the text. */
    this.scale = 1;
    /** What is drawn, so that the same is not drawn again. */
    this.drawn = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.slide = () => this.placeWindow(view.scrollDOM.scrollTop, view.scrollDOM.clientHeight);
    view.scrollDOM.addEventListener("scroll", this.slide, { passive: true });
    this.dom.addEventListener("mousemove", (event) => this.name(event));
    this.dom.addEventListener("click", (event) => this.go(event));
    this.dom.addEventListener("mousedown", (event) => event.preventDefault());
    this.plan();
  }

  /** @param {import("@codemirror/view").ViewUpdate} update */
  update(update) {
    const { startState, state } = update;
    const read = startState.field(surveyField) !== state.field(surveyField);
    const chose = chosenSpan(startState) !== chosenSpan(state);
    const spoke = update.transactions.some((each) => each.reconfigured);
    if (read || chose || spoke) this.plan();
    else if (update.geometryChanged) this.planLater();
  }

  destroy() {
    clearTimeout(this.timer);
    this.view.scrollDOM.removeEventListener("scroll", this.slide);
    this.dom.remove();
  }

  /** While one types or scrolls, heights change with every stroke: the strip waits for a pause. */
  planLater() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.plan(), 200);
  }

  /** Draws once heights are known. */
  plan() {
    this.view.requestMeasure({ key: this, read: () => this.measure(), write: (measured) => this.draw(measured) });
  }

  measure() {
    const { view } = this;
    const height = view.scrollDOM.clientHeight;
    const whole = Math.max(view.contentHeight - view.documentPadding.top - view.documentPadding.bottom, 1);
    this.scale = Math.min(1, height / whole);
    const survey = view.state.field(surveyField);
    const slices = survey ? this.slicesOf(survey, Math.ceil((whole * this.scale) / SLICE)) : [];
    const tops = survey ? survey.places.filter(({ depth }) => depth === 1) : [];
    const borders = tops.length > MOST_BORDERS ? [] : tops.map(({ heading }) => this.offsetOf(spanToday(view.state, heading.span)[0]));
    const chosen = chosenSpan(view.state);
    return { top: view.scrollDOM.offsetTop, height, scrolled: view.scrollDOM.scrollTop, survey, slices, borders, chosen: chosen ? this.offsetOf(chosen[0]) : null };
  }

  /** @param {ReturnType<Strip["measure"]>} measured */
  draw({ top, height, scrolled, survey, slices, borders, chosen }) {
    const figures = survey ? survey.report.figures : [];
    const findings = survey ? survey.open : [];
    const says = t("stripSays", { figures: number(figures.length), findings: number(findings.length) });
    const next = JSON.stringify([top, height, slices, borders, chosen, says]);
    if (next !== this.drawn) {
      this.drawn = next;
      this.dom.style.setProperty("top", `${top}px`);
      this.drawing.setAttribute("height", String(height));
      this.drawing.setAttribute("aria-label", says);
      this.shapes.textContent = "";
      this.shapes.append(...densityShapes(slices, borders, chosen));
    }
    this.placeWindow(scrolled, height);
  }

  /**
   * The part of the text that is in sight.
   * @param {number} scrolled
   * @param {number} height of the pane
   */
  placeWindow(scrolled, height) {
    this.window.setAttribute("y", String(Math.max(0, (scrolled - this.view.documentPadding.top) * this.scale)));
    this.window.setAttribute("height", String(Math.max(6, height * this.scale)));
  }

  /** Where a position of today's text stands on the strip. @param {number} position */
  offsetOf(position) {
    const { view } = this;
    const block = view.lineBlockAt(Math.min(position, view.state.doc.length));
    const within = block.length ? (position - block.from) / block.length : 0;
    return (block.top + within * block.height) * this.scale;
  }

  /** The position in today's text of a place on the strip. @param {number} offset */
  positionOf(offset) {
    const { view } = this;
    const height = offset / this.scale;
    const block = view.lineBlockAtHeight(height);
    const within = block.height ? Math.min(Math.max((height - block.top) / block.height, 0), 1) : 0;
    return block.from + Math.round(within * block.length);
  }

  /**
   * @param {Survey} survey
   * @param {number} many
   * @returns {Slice[]}
   */
  slicesOf(survey, many) {
    const { figures } = survey.report;
    const all = alarmsOf(survey);
    /** @type {Slice[]} */
    const slices = [];
    let [figure, alarm] = [0, 0];
    for (let i = 1; i <= many; i++) {
      const end = i === many ? Infinity : positionThen(this.view.state, this.positionOf(i * SLICE));
      const next = end === Infinity ? figures.length : countUpTo(figures.length, (at) => figures[at].span[0], end - 1);
      /** @type {Severity | null} */
      let finding = null;
      for (; alarm < all.length && all[alarm].at < end; alarm++) {
        const { severity } = all[alarm];
        if (!finding || GRAVITY[severity] > GRAVITY[finding]) finding = severity;
      }
      slices.push({ figures: Math.max(0, next - figure), finding });
      figure = Math.max(figure, next);
    }
    return slices;
  }

  /**
   * What stands under the pointer: a stretch of the last reading.
   * @param {MouseEvent} event
   */
  under(event) {
    const survey = this.view.state.field(surveyField);
    if (!survey) return null;
    const y = event.clientY - this.dom.getBoundingClientRect().top;
    const slice = Math.max(0, Math.floor(y / SLICE));
    const [from, to] = [slice, slice + 1].map((each) => positionThen(this.view.state, this.positionOf(each * SLICE)));
    return { survey, from, to };
  }

  /** Names the section under the pointer. @param {MouseEvent} event */
  name(event) {
    const here = this.under(event);
    const at = here ? placeAt(here.survey.places, here.from) : -1;
    if (!here || at < 0) {
      this.dom.title = "";
      return;
    }
    const { heading, figures, findings } = here.survey.places[at];
    const name = `${sectionMark(here.survey.places, at)} ${heading.title}`;
    this.dom.title = t("stripSection", { name, figures: number(figures), findings: number(findings) });
  }

  /** To the finding there, else to the first figure, else to the words. @param {MouseEvent} event */
  go(event) {
    const here = this.under(event);
    if (!here) return;
    const { survey, from, to } = here;
    const { figures } = survey.report;
    const alarm = alarmsOf(survey).find(({ at }) => at >= from && at < to);
    const figure = figures[countUpTo(figures.length, (i) => figures[i].span[0], from - 1)];
    const then = alarm ? alarm.at : figure && figure.span[0] < to ? figure.span[0] : from;
    const [anchor] = spanToday(this.view.state, [then, then]);
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }), userEvent: "select.pointer" });
  }
}

export const strip = [surveyField, ViewPlugin.fromClass(Strip)];
