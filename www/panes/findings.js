// What an editor would want to be told, as a tree with filters above it.

import { byId, element, rowOf } from "../dom.js";
import { number, severityText } from "../format.js";
import { dismissalCount, isDismissed, reasonOf } from "../findings/dismissals.js";
import { changeShown, editsAt } from "../findings/fixes.js";
import { ruleOf, ruleSentence } from "../findings/rules.js";
import { everything, passing, SEVERITIES, treeOf } from "../findings/tree.js";
import { nameKey } from "../keys.js";
import { t } from "../words/language.js";
import { createRows } from "./rows.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../findings/tree.js").Node} Node */

/** @type {Record<import("../../js/gangmu.d.ts").Severity, import("../words/language.js").Key>} */
const GROUP_WORDS = { error: "groupError", warning: "groupWarning", advice: "groupAdvice" };

/**
 * @param {object} on
 * @param {(finding: number, spot: number) => void} on.choose
 */
export function createFindingsView(on) {
  const scroller = byId("findings-body");
  const tools = byId("findings-tools");
  const tree = element("div", { role: "tree", class: "findings" });
  const nothing = element("p", { class: "nothing" });
  const foot = byId("findings-foot");
  scroller.append(tree, nothing);
  scroller.tabIndex = -1;

  /** @type {Survey | null} */
  let survey = null;
  const filter = everything();
  /** @type {"place" | "rule"} */
  let order = "place";
  /** Nodes whose folding is not the usual one; they outlive a reading. @type {Set<string>} */
  const turned = new Set();
  /** @type {Node[]} */
  let nodes = [];
  /** The node that Tab leads to. */
  let active = "";
  let chosen = -1;
  let chosenSpot = 0;

  const rows = createRows({
    scroller,
    holder: tree,
    height: 76,
    whole: 80,
    gap: () => element("div", { role: "none" }),
    draw: (row) => drawRow(row),
  });

  const search = /** @type {HTMLInputElement} */ (element("input", { type: "search", id: "findings-search", autocomplete: "off", spellcheck: "false" }));
  const chips = SEVERITIES.map((severity) => element("button", { type: "button", class: `chip ${severity}`, "aria-pressed": "true", "data-severity": severity }));
  const ruleChoice = element("select", { id: "findings-rule" });
  const sectionChoice = element("select", { id: "findings-section" });
  const orderButton = element("button", { type: "button", class: "quiet", id: "findings-order" });
  const all = element("button", { type: "button", id: "fix-all" });
  tools.append(
    element("div", { class: "tool-line" }, search, element("div", { class: "chips", role: "group" }, ...chips)),
    element("div", { class: "tool-line" }, ruleChoice, sectionChoice, orderButton, all),
  );

  /** @param {string} key @param {boolean} usually */
  const isOpen = (key, usually) => turned.has(key) !== usually;
  const activeRow = () => nodes.findIndex(({ key }) => key === active);

  /** @param {number} at */
  function drawRow(at) {
    const { what, key, level, nth, siblings, finding: index, spot, count, open } = nodes[at];
    const selected = what === "place" ? index === chosen && spot === chosenSpot : what === "finding" && index === chosen && !(open && chosenSpot > 0);
    const row = element("div", {
      role: "treeitem",
      class: `finding-row row-${what}`,
      "data-index": at,
      "data-node": key,
      "aria-level": level,
      "aria-posinset": nth,
      "aria-setsize": siblings,
      "aria-expanded": open === null ? null : String(open),
      "aria-selected": what === "finding" || what === "place" ? String(selected) : null,
      tabindex: at === Math.max(activeRow(), 0) ? 0 : -1,
    });
    if (!survey) return row;
    const finding = survey.report.findings[index];
    const twist = element("span", { class: open === null ? "twist none" : "twist", "aria-hidden": "true" });
    if (what === "severity" || what === "dismissed") {
      const words = what === "dismissed" ? t("dismissed") : t(GROUP_WORDS[finding.severity]);
      const name = element("span", { class: `severity ${what === "dismissed" ? "dismissed" : finding.severity}` }, what === "dismissed" ? "–" : severityText(finding.severity));
      row.append(twist, name, element("span", { class: "group-words" }, words), element("span", { class: "tally" }, number(count)));
    } else if (what === "rule") {
      row.append(twist, element("span", { class: "group-words" }, ruleSentence(ruleOf(finding.rule))), element("span", { class: "tally" }, number(count)));
    } else {
      drawFinding(row, twist, nodes[at]);
    }
    return row;
  }

  /** @param {HTMLElement} row @param {HTMLElement} twist @param {Node} node */
  function drawFinding(row, twist, { what, finding: index, spot, count, open }) {
    if (!survey) return;
    const finding = survey.report.findings[index];
    const dismissed = isDismissed(finding.fingerprint);
    const change = changeShown(survey.text, finding.places[spot] || finding.span, dismissed ? [] : editsAt(finding, what === "place" ? spot : 0));
    row.classList.toggle("is-dismissed", dismissed);
    if (what === "place") {
      row.append(element("span", { class: "finding-words" }, change));
      return;
    }
    row.dataset.rule = finding.rule;
    const head = element("span", { class: "finding-head" }, element("span", { class: "finding-message" }, finding.message));
    if (count > 1) head.append(element("span", { class: "finding-many", title: t("findingPlaces", { n: number(count) }) }, `×${number(count)}`));
    const facts = [dismissed ? t("dismissedBecause", { reason: reasonOf(finding.fingerprint) }) : "", order === "rule" ? "" : ruleSentence(ruleOf(finding.rule)), finding.source || t("custom")];
    if (finding.confidence === "possible") facts.push(t("onlyPossible"));
    row.append(twist, head, open ? "" : element("span", { class: "finding-words" }, change), element("span", { class: "finding-facts" }, facts.filter(Boolean).join(" · ")));
  }

  /** Puts the tree together anew and keeps the place in it. */
  function lay() {
    const focused = tree.contains(document.activeElement) || document.activeElement === scroller;
    nodes = survey ? treeOf(survey, filter, order, isOpen) : [];
    const none = nodes.length === 0;
    nothing.hidden = !none;
    tree.hidden = none;
    nothing.textContent = survey && survey.report.findings.length ? t("noFilteredFindings") : t("noFindings");
    rows.show(nodes.length);
    if (focused) focus();
  }

  function focus() {
    const row = rows.reveal(Math.max(activeRow(), 0));
    (row || scroller).focus({ preventScroll: true });
  }

  /** @param {number} at */
  function go(at) {
    const node = nodes[at];
    if (!node) return;
    active = node.key;
    if (node.what === "finding" || node.what === "place") on.choose(node.finding, node.spot);
    else mark();
    focus();
  }

  /** @param {Node} node @param {boolean} open */
  function turn({ key, open: was }, open) {
    if (was === null || was === open) return;
    if (turned.has(key)) turned.delete(key);
    else turned.add(key);
    active = key;
    lay();
  }

  function mark() {
    for (const row of rows.drawn()) {
      const node = nodes[Number(row.dataset.index)];
      if (!node) continue;
      const { what, finding, spot, open } = node;
      if (what === "finding" || what === "place") {
        const selected = what === "place" ? finding === chosen && spot === chosenSpot : finding === chosen && !(open && chosenSpot > 0);
        row.setAttribute("aria-selected", String(selected));
      }
      row.tabIndex = Number(row.dataset.index) === Math.max(activeRow(), 0) ? 0 : -1;
    }
  }

  tree.addEventListener("click", (event) => {
    const at = rowOf(event);
    if (at < 0) return;
    const node = nodes[at];
    const twist = event.target instanceof Element && event.target.classList.contains("twist");
    if (node.open !== null && (twist || (node.what !== "finding" && node.what !== "place"))) {
      turn(node, !node.open);
      focus();
    } else go(at);
  });

  scroller.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !nodes.length) return;
    const at = Math.max(activeRow(), 0);
    const node = nodes[at];
    if (event.key === "ArrowDown") go(activeRow() < 0 ? 0 : Math.min(at + 1, nodes.length - 1));
    else if (event.key === "ArrowUp") go(Math.max(at - 1, 0));
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(nodes.length - 1);
    else if (event.key === "ArrowRight") {
      if (node.open === false) turn(node, true);
      else if (node.open) go(at + 1);
    } else if (event.key === "ArrowLeft") {
      if (node.open) turn(node, false);
      else {
        let above = at - 1;
        while (above >= 0 && nodes[above].level >= node.level) above--;
        go(above);
      }
    } else if ((event.key === " " || event.key === "Enter") && node.open !== null && node.what !== "finding") turn(node, !node.open);
    else if (event.key === " ") go(at);
    else return;
    event.preventDefault();
  });

  search.addEventListener("input", () => {
    filter.words = search.value;
    lay();
    showTools();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      const first = nodes.findIndex(({ what }) => what === "finding");
      go(first);
    } else if (event.key === "Escape" && search.value) {
      event.preventDefault();
      event.stopPropagation();
      search.value = filter.words = "";
      lay();
      showTools();
    }
  });
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      const severity = /** @type {import("../../js/gangmu.d.ts").Severity} */ (chip.dataset.severity);
      if (!filter.hidden.delete(severity)) filter.hidden.add(severity);
      chip.setAttribute("aria-pressed", String(!filter.hidden.has(severity)));
      lay();
      showTools();
    });
  }
  ruleChoice.addEventListener("change", () => {
    filter.rule = ruleChoice.value;
    lay();
    showTools();
  });
  sectionChoice.addEventListener("change", () => {
    filter.section = sectionChoice.value;
    lay();
    showTools();
  });
  orderButton.addEventListener("click", () => {
    order = order === "place" ? "rule" : "place";
    lay();
    showTools();
  });

  /** @param {HTMLSelectElement} select @param {[value: string, words: string][]} choices @param {string} value */
  function fill(select, choices, value) {
    const made = choices.map(([each, words]) => element("option", { value: each }, words));
    const same = select.options.length === made.length && made.every((option, i) => option.isEqualNode(select.options[i]));
    if (!same) {
      select.textContent = "";
      select.append(...made);
    }
    select.value = value;
  }

  /** Counts and choices above the tree, for what there is now. */
  function showTools() {
    const { findings } = survey ? survey.report : { findings: [] };
    const alive = survey ? survey.open : [];
    SEVERITIES.forEach((severity, i) => {
      const count = alive.filter((index) => findings[index].severity === severity).length;
      chips[i].textContent = "";
      chips[i].append(severityText(severity), element("i", { class: "tally" }, number(count)));
    });
    /** @type {Map<string, number>} */
    const rules = new Map();
    for (const index of alive) rules.set(findings[index].rule, (rules.get(findings[index].rule) || 0) + 1);
    if (filter.rule && !rules.has(filter.rule)) rules.set(filter.rule, 0);
    const ruleWords = Array.from(rules, ([rule, n]) => /** @type {[string, string]} */ ([rule, `${ruleSentence(ruleOf(/** @type {import("../../js/gangmu.d.ts").Rule} */ (rule)))} ${number(n)}`]));
    fill(ruleChoice, [["", t("everyRule")], ...ruleWords], filter.rule);
    const sections = survey ? survey.places.filter(({ depth, findings: n }) => depth <= 2 && n > 0) : [];
    if (!sections.some(({ key }) => key === filter.section)) filter.section = "";
    fill(
      sectionChoice,
      [["", t("everySection")], ...sections.map(({ key, depth, heading }) => /** @type {[string, string]} */ ([key, `${depth > 1 ? "　" : ""}${heading.marker}${heading.title}`.slice(0, 24)]))],
      filter.section,
    );
    const fixable = view.fixable().length;
    all.textContent = t("fixAllShown", { n: number(fixable) });
    all.hidden = fixable === 0;
    foot.hidden = dismissalCount() === 0;
    orderButton.textContent = t(order === "place" ? "orderByRule" : "orderByPlace");
    nameKey(orderButton, "findings-order");
    nameKey(all, "fix-all");
  }

  const view = {
    /** @param {Survey} next */
    show(next) {
      survey = next;
      chosen = -1;
      tree.setAttribute("aria-label", t("findingsHelp"));
      search.placeholder = t("findingsSearch");
      search.setAttribute("aria-label", t("findingsSearch"));
      ruleChoice.setAttribute("aria-label", t("everyRule"));
      sectionChoice.setAttribute("aria-label", t("everySection"));
      lay();
      showTools();
    },

    /** @param {number} finding @param {number} [spot] */
    mark(finding, spot = 0) {
      chosen = finding;
      chosenSpot = spot;
      if (survey && finding >= 0) {
        const { fingerprint, severity, rule } = survey.report.findings[finding];
        const group = isDismissed(fingerprint) ? "dismissed" : `severity ${severity}`;
        const above = [group, `rule ${severity} ${rule}`];
        // What is folded away over it is unfolded.
        let folded = false;
        for (const key of above) {
          const usually = key !== "dismissed";
          if (isOpen(key, usually)) continue;
          if (turned.has(key)) turned.delete(key);
          else turned.add(key);
          folded = true;
        }
        if (folded) lay();
        const place = nodes.findIndex((node) => node.what === "place" && node.finding === finding && node.spot === spot);
        const own = nodes.findIndex((node) => node.what === "finding" && node.finding === finding);
        // On a finding of several places that lie open, its own row stands for the first.
        const row = place >= 0 && (spot > 0 || active === nodes[place].key) ? place : own;
        if (row >= 0) {
          active = nodes[row].key;
          rows.reveal(row);
        }
      }
      mark();
    },

    focus,

    /** What the tree has the focus on. @returns {Node | null} */
    current: () => nodes[activeRow()] || null,

    /** Those shown and not dismissed, in the order of the text. @returns {number[]} */
    shown() {
      if (!survey) return [];
      return survey.open.filter(passing(survey, filter));
    },

    /** Those of them that have a fix. @returns {number[]} */
    fixable() {
      const { findings } = survey ? survey.report : { findings: [] };
      return view.shown().filter((index) => findings[index].fix);
    },

    /**
     * The finding that follows in the list, or stands before where it was the last; -1 where there is no other.
     * @param {(index: number) => boolean} leaving those that will be gone
     * @param {number} from
     */
    after(leaving, from) {
      const order = nodes.filter(({ what }) => what === "finding").map(({ finding }) => finding);
      const stays = order.filter((index) => !leaving(index) && survey !== null && !isDismissed(survey.report.findings[index].fingerprint));
      const at = order.indexOf(from);
      const next = stays.find((index) => order.indexOf(index) > at);
      return next !== undefined ? next : stays.length ? stays[stays.length - 1] : -1;
    },

    turnOrder: () => orderButton.click(),
  };
  return view;
}
