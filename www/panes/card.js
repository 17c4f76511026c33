// The slip under the text that says what the chosen figure or finding is.

import { byId, element } from "../dom.js";
import { boundText, changeSign, kindText, number, severityText, valueText } from "../format.js";
import { t } from "../words/language.js";
import { membersOf, sectionMark } from "../survey.js";

/** @typedef {import("../survey.js").Survey} Survey */
/** @typedef {import("../../js/gangmu.d.ts").Relation} Relation */

/** The sign and the words of each verdict. @type {{ [verdict in Relation["verdict"]]: [string, import("../words/language.js").Key] }} */
const VERDICTS = {
  agrees: ["✓", "verdictAgrees"],
  disagrees: ["✗", "verdictDisagrees"],
  doubtful: ["?", "verdictDoubtful"],
  unchecked: ["–", "verdictUnchecked"],
};

/**
 * @param {object} on
 * @param {(figure: number) => void} on.choose
 * @param {(finding: number) => void} on.mend
 * @param {() => void} on.close
 */
export function createCard(on) {
  const card = byId("card");

  card.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (!pressed) return;
    if (pressed.dataset.figure) on.choose(Number(pressed.dataset.figure));
    else if (pressed.dataset.finding) on.mend(Number(pressed.dataset.finding));
    else on.close();
  });

  /** @param {Node[]} lines */
  function fill(...lines) {
    card.textContent = "";
    const close = element("button", { type: "button", class: "close quiet", "aria-label": t("close"), title: t("close") }, "×");
    card.append(close, ...lines);
    card.hidden = false;
  }

  /**
   * @param {Survey} survey
   * @param {number} index
   */
  function showFigure(survey, index) {
    const figure = survey.report.figures[index];
    const facts = [boundText(figure), figure.change ? t(figure.change === "up" ? "changeUp" : "changeDown") : ""];
    facts.push(kindText(figure.kind), (figure.period || "").replace("/", "–"));
    const at = survey.sections[index];
    const place = at < 0 ? t("beforeHeadings") : `${sectionMark(survey.places, at)} ${survey.places[at].heading.title}`;

    const sum = element("span", { class: "card-value" }, `${changeSign(figure)}${valueText(figure)}`);
    if (figure.unit) sum.append(element("span", { class: "card-unit" }, figure.unit));
    const name = element("span", { class: "card-name" }, figure.indicator);
    if (figure.action) name.append(element("span", { class: "card-action" }, figure.action));
    fill(
      element("p", { class: "card-line" }, sum, name),
      element("p", { class: "card-facts" }, facts.concat(place).filter(Boolean).join(" · ")),
      ...(survey.relations.get(index) || []).map((relation) => sumLine(survey, relation, index)),
    );
  }

  /**
   * The calculation written out, each figure a button to its place.
   * @param {Survey} survey
   * @param {Relation} relation
   * @param {number} self
   */
  function sumLine(survey, relation, self) {
    /** @param {number} index */
    const part = (index) => {
      const { value, unit, number } = survey.report.figures[index];
      const words = survey.text.slice(number[0], number[1]) || String(value);
      const shown = unit === "%" || unit === "‰" ? words + unit : words;
      if (index === self) return element("b", {}, shown);
      return element("button", { type: "button", class: "link", "data-figure": index }, shown);
    };
    const line = element("p", { class: "card-sum" });
    if (relation.kind === "sum") {
      line.append(part(relation.total), " = ");
      relation.parts.forEach((each, i) => line.append(i ? " + " : "", part(each)));
    } else if (relation.kind === "rate") {
      line.append(part(relation.rate), " = ", part(relation.numerator), " ÷ ", part(relation.denominator));
    } else {
      const others = membersOf(relation).filter((each) => each !== self);
      line.append(relation.calculation);
      for (const other of others) line.append(" → ", part(other));
    }
    const [sign, says] = VERDICTS[relation.verdict];
    line.append(element("span", { class: relation.holds ? "holds" : "fails" }, `${sign} ${t(says)}`));
    return line;
  }

  /**
   * @param {Survey} survey
   * @param {number} index
   */
  function showFinding(survey, index) {
    const { severity, message, rule, source, fix, places } = survey.report.findings[index];
    const many = places.length > 1 ? t("findingPlaces", { n: number(places.length) }) : "";
    const line = element("p", { class: "card-line" }, element("span", { class: `severity ${severity}` }, severityText(severity)), message);
    if (fix) line.append(element("button", { type: "button", class: "mend", "data-finding": index }, t(fix.length > 1 ? "mendAll" : "mend")));
    fill(line, element("p", { class: "card-facts" }, [many, rule, source || t("custom")].filter(Boolean).join(" · ")));
  }

  return {
    /** How much of the text's foot it covers, in pixels. */
    height: () => (card.hidden ? 0 : card.offsetHeight + 24),
    showFigure,
    showFinding,
    hide() {
      card.hidden = true;
      card.textContent = "";
    },
  };
}
