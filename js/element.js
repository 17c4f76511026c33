/**
 * The entry `gangmu/element`: `<gangmu-report>`, the outline and the figures of a text in any page.
 *
 * The core is loaded when the first element stands in a page, and not before. Where there is no DOM, as on a server, the
 * module can be imported and does nothing.
 *
 * @import { Options, Report } from "./gangmu.d.ts"
 * @import { Core, GangmuReport as Declared } from "./element.d.ts"
 * @import { Pane } from "./element/panes.js"
 * @import { Source } from "./element/source.js"
 * @import { Language } from "./element/words.js"
 */
import { load, parse } from "./lazy.js";
import { figuresPane, findingsPane, headingsOf, outlinePane } from "./element/panes.js";
import { make } from "./element/rows.js";
import { createSource, textFile, watch } from "./element/source.js";
import { sheetOfReport } from "./element/style.js";
import { languageOf, say } from "./element/words.js";
import { mistake } from "./mistake.js";

/** What can stand in `view`; the last three with the pane that shows it and what a row of it is called. */
const VIEWS = ["text", "outline", "figures", "findings"];

/** How long a text must have been left alone before it is read again, in milliseconds. */
const PAUSE = 200;

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement || class {});

export class GangmuReport extends Base {
  /** What reads: another build of Gangmu, or one that answers with promises, may be put here. @type {Core} */
  static core = { load, parse };

  static get observedAttributes() {
    return ["for", "src", "view", "lang", "year", "profile", "mark"];
  }

  /** @type {string | null} */
  #given = null;
  /** @type {Options} */
  #options = {};
  /** @type {Report | null} */
  #report = null;
  #text = "";
  /** What the panes were made of, to see whether they must be made anew. */
  #made = "";
  /** @type {Source | null} */
  #source = null;
  /** @type {{ node: Node, stop: () => void } | null} */
  #watched = null;
  /** @type {{ [kind: string]: Pane }} */
  #panes = {};
  /** Headings that the reader has folded. @type {Set<string>} */
  #folded = new Set();
  #timer = 0;
  /** Counts the readings: of two under way, the one that began later counts. */
  #turn = 0;

  #status = make("p", { role: "status", part: "status" });
  #error = make("p", { role: "alert", part: "error", hidden: "" });
  #paper = make("div", { class: "pane paper", part: "text", hidden: "" });
  #body = make("div", {});
  #empty = make("slot", { name: "empty", hidden: "" }, make("p", { class: "empty", part: "empty" }));

  constructor() {
    super();
    const tree = this.attachShadow({ mode: "open" });
    tree.adoptedStyleSheets = [sheetOfReport()];
    tree.append(make("slot", { name: "title" }), this.#status, this.#error, this.#paper, this.#body, this.#empty);
    // What a program set before this class was known hides the properties below.
    for (const name of /** @type {const} */ (["text", "options"])) {
      const own = Object.getOwnPropertyDescriptor(this, name);
      if (!own) continue;
      delete (/** @type {any} */ (this)[name]);
      this[name] = own.value;
    }
  }

  connectedCallback() {
    if (document.readyState !== "loading") this.#readIn(0);
    // What is to be read may stand further down in the page.
    else document.addEventListener("DOMContentLoaded", () => this.#readIn(0), { once: true });
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#turn++;
    this.#watch(null);
    if (this.#source) this.#source.clear();
    this.#source = null;
  }

  /** @param {string} _name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(_name, before, now) {
    if (before !== now) this.#readIn(0);
  }

  get text() {
    return this.#given === null ? this.#text : this.#given;
  }

  set text(text) {
    this.#given = text === null || text === undefined ? null : `${text}`;
    this.#readIn(0);
  }

  get report() {
    return this.#report;
  }

  get options() {
    return this.#options;
  }

  set options(options) {
    this.#options = options || {};
    this.#readIn(0);
  }

  /** @returns {Promise<Report | null>} */
  async read() {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const isOvertaken = () => turn !== this.#turn || !this.isConnected;
    const language = languageOf(this);
    try {
      const views = this.#views();
      if (!this.#report) this.#status.textContent = say(language, "reading");
      const source = await this.#find(views);
      const { core } = /** @type {typeof GangmuReport} */ (this.constructor);
      await core.load();
      if (isOvertaken()) return null;
      const { text } = source;
      const options = this.#allOptions(language);
      const made = JSON.stringify([text, options, language, views]);
      const known = made === this.#made ? this.#report : null;
      const report = known || (await core.parse(text, options));
      if (isOvertaken()) return null;

      if (this.#source) this.#source.clear();
      this.#source = source;
      if (this.hasAttribute("mark")) source.mark(report, (index) => this.#choose("figure", index));
      if (known) return known;
      this.#made = made;
      this.#report = report;
      this.#text = text;
      this.#show(report, text, language, views);
      this.#tell("read", { report, text });
      return report;
    } catch (error) {
      if (!isOvertaken()) this.#fail(/** @type {Error} */ (error), language);
      return null;
    }
  }

  /** @param {"figure" | "heading" | "finding"} kind @param {number} index */
  choose(kind, index) {
    this.#choose(kind, index);
  }

  #readIn = (/** @type {number} */ pause) => {
    clearTimeout(this.#timer);
    if (this.isConnected) this.#timer = window.setTimeout(() => void this.read(), pause);
  };

  #views = () => {
    const own = this.#given === null && !this.hasAttribute("src") && !this.hasAttribute("for");
    const words = this.getAttribute("view");
    const views = (words === null ? `${own ? "text " : ""}outline figures` : words).split(/\s+/).filter(Boolean);
    const unknown = views.find((view) => !VIEWS.includes(view));
    if (unknown !== undefined) throw mistake("bad-view", `view: "${unknown}" (${VIEWS.join(" ")})`);
    return views;
  };

  /** @param {Language} language @returns {Options} */
  #allOptions = (language) => {
    const year = this.getAttribute("year");
    const profile = /** @type {Options["profile"]} */ (this.getAttribute("profile"));
    return { language, ...(year === null ? {} : { year: Number(year) }), ...(profile === null ? {} : { profile }), ...this.#options };
  };

  /** Finds the text: the property, the file, the element, what the tag holds. @param {string[]} views @returns {Promise<Source>} */
  #find = async (views) => {
    const src = this.getAttribute("src");
    const id = this.getAttribute("for");
    this.#paper.hidden = !views.includes("text");
    if (this.#given !== null || src !== null) {
      this.#watch(null);
      const text = this.#given === null ? await textFile(new URL(src || "", this.baseURI).href) : this.#given;
      if (this.#paper.firstElementChild || this.#paper.textContent !== text) this.#paper.textContent = text;
      this.#paper.className = "pane paper";
      return createSource(this.#paper);
    }
    if (id !== null) {
      const tree = /** @type {Document | ShadowRoot} */ (this.getRootNode());
      const element = tree.getElementById(id);
      this.#watch(element || tree);
      if (element) return createSource(element);
      throw mistake("no-source", `for: "${id}"`);
    }
    if (!this.#paper.firstElementChild) {
      this.#paper.textContent = "";
      this.#paper.append(make("slot", {}));
    }
    const isApart = (/** @type {Element} */ element) => element.parentNode === this && element.hasAttribute("slot");
    // Lines of plain words are meant as lines.
    this.#paper.className = `pane paper ${Array.from(this.children).every(isApart) ? "plain" : "own"}`;
    this.#watch(this);
    return createSource(this, isApart);
  };

  #watch = (/** @type {Element | Document | ShadowRoot | null} */ node) => {
    if (this.#watched && this.#watched.node === node) return;
    if (this.#watched) this.#watched.stop();
    this.#watched = null;
    if (node instanceof Element) {
      this.#watched = { node, stop: watch(node, () => this.#readIn(PAUSE)) };
    } else if (node) {
      // What is to be read does not stand there yet.
      const observer = new MutationObserver(() => {
        if (node.getElementById(this.getAttribute("for") || "")) this.#readIn(0);
      });
      observer.observe(node, { childList: true, subtree: true, attributes: true, attributeFilter: ["id"] });
      this.#watched = { node, stop: () => observer.disconnect() };
    }
  };

  /** @param {Report} report @param {string} text @param {Language} language @param {string[]} views */
  #show = (report, text, language, views) => {
    const held = this.shadowRoot && this.shadowRoot.activeElement;
    const row = /** @type {HTMLElement | null} */ (held && held.closest("[data-index]"));
    const heldKind = Object.keys(this.#panes).find((kind) => this.#panes[kind].holder.contains(row));

    this.#body.textContent = "";
    this.#panes = {};
    /** @type {{ [view: string]: ["heading" | "figure" | "finding", typeof outlinePane, number] }} */
    const all = {
      outline: ["heading", outlinePane, report.outline.length],
      figures: ["figure", figuresPane, report.figures.length],
      findings: ["finding", findingsPane, report.findings.length],
    };
    for (const view of views) {
      if (!all[view] || all[view][2] === 0) continue;
      const [kind, paneOf] = all[view];
      const pane = paneOf({ language, text, report, choose: (index) => this.#choose(kind, index) }, this.#folded);
      pane.holder.classList.add("pane");
      const caption = make("div", { class: "caption", part: "caption" }, say(language, /** @type {"outline"} */ (view)));
      this.#body.append(make("div", { class: "view", part: view }, caption, pane.holder));
      this.#panes[kind] = pane;
    }
    const again = heldKind && row && this.#panes[heldKind] && this.#panes[heldKind].holder.querySelector(`[data-index="${row.dataset.index}"]`);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });

    const nothing = Object.keys(this.#panes).length === 0;
    this.#error.hidden = true;
    this.#empty.hidden = !nothing;
    /** @type {Element} */ (this.#empty.firstElementChild).textContent = say(language, "empty");
    this.#status.textContent = say(language, "counts", {
      headings: headingsOf(report.outline).length,
      figures: report.figures.length,
      findings: report.findings.length,
    });
  };

  /** @param {Error} error @param {Language} language */
  #fail = (error, language) => {
    if (this.#source) this.#source.clear();
    this.#source = null;
    this.#report = null;
    this.#made = "";
    this.#panes = {};
    this.#body.textContent = "";
    this.#status.textContent = "";
    this.#empty.hidden = true;
    this.#error.hidden = false;
    this.#error.textContent = `${say(language, "failed")}: ${error.message}`;
    this.#tell("error", { error });
  };

  /** @param {string} name @param {object} detail @returns {boolean} False where the page wants to answer by itself. */
  #tell = (name, detail) =>
    this.dispatchEvent(new CustomEvent(`gangmu-${name}`, { bubbles: true, composed: true, cancelable: true, detail }));

  /** @param {"figure" | "heading" | "finding"} kind @param {number} index */
  #choose = (kind, index) => {
    const report = this.#report;
    if (!report) return;
    const entry = { figure: report.figures, heading: headingsOf(report.outline).map(({ heading }) => heading), finding: report.findings }[kind][index];
    if (!entry) return;
    for (const other of Object.keys(this.#panes)) this.#panes[other].select(other === kind ? index : -1);
    const { span } = entry;
    const answered = !this.#tell(kind, { [kind]: entry, index, span, quote: this.#text.slice(span[0], span[1]) });
    if (answered || !this.#source) return;
    // A place of a text that is no longer there would be the wrong place.
    if (this.#source.isOld()) void this.read();
    else this.#source.show(span);
  };
}

/** It is what the declarations say. @type {typeof Declared} */
const declared = GangmuReport;
if (globalThis.customElements && !customElements.get("gangmu-report")) customElements.define("gangmu-report", declared);
