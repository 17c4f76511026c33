// The text of a .docx as its reader sees it: what was deleted or hidden is left out, the numbers that Word counts are put in.

import { circled, marked } from "../numerals.js";
import { rowLines } from "../rows.js";
import { createNumbering } from "./numbering.js";
import { readStyles } from "./styles.js";
import { symbol } from "./symbols.js";
import { attribute, child, children, toggle, value } from "./xml.js";

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Elements that hold no text of the document, or none that is shown. */
const passed = new Set(["pPr", "rPr", "sectPr", "sdtPr", "rubyPr", "rt", "del", "moveFrom"]);

/**
 * Notes are put behind the text, each on its own lines: what they say is part of the report and is checked with it, and in
 * the middle of a sentence they would break it. Their marks in the text are left out; a 1 behind a figure would become part of it.
 * @param {import("./package.js").Parts} parts
 * @returns {string}
 */
export function documentText(parts) {
  const styles = readStyles(parts.styles);
  const number = createNumbering(parts.numbering, styles);
  /** @type {string[]} */
  let lines = [];
  let line = "";
  /** Text boxes of a paragraph come behind it. @type {string[]} */
  let boxes = [];
  /** A paragraph whose end is hidden or deleted runs into the next one. */
  let runsOn = false;
  /** Fields under way, innermost last: their instruction, until the result begins. @type {{ code: string, result: boolean, shown: boolean }[]} */
  let fields = [];
  /** @type {{ kind: "footnotes" | "endnotes", id: string }[]} */
  const notes = [];
  let paragraphHidden = false;

  /** @param {() => void} work @returns {string[]} */
  function apart(work) {
    const outer = { lines, line, boxes, runsOn, fields };
    lines = [];
    line = "";
    boxes = [];
    runsOn = false;
    fields = [];
    work();
    if (line) lines.push(line);
    const inner = lines;
    ({ lines, line, boxes, runsOn, fields } = outer);
    return inner;
  }

  const inInstruction = () => fields.some((field) => !field.result);

  /** @param {string} text */
  const add = (text) => {
    if (!inInstruction()) line += text;
  };

  /** @param {Element} parent */
  function walk(parent) {
    for (let each = parent.firstElementChild; each; each = each.nextElementSibling) enter(each);
  }

  /** @param {Element} element */
  function enter(element) {
    const name = element.localName;
    if (passed.has(name)) return;
    switch (name) {
      case "p":
        // DrawingML has paragraphs too (charts, shapes of other programs): their text is part of a picture.
        return /drawingml/.test(element.namespaceURI || "") ? undefined : paragraph(element);
      case "tbl":
        return table(element);
      case "r":
        return run(element);
      case "AlternateContent": {
        const chosen = child(element, "Choice") || child(element, "Fallback");
        return chosen ? walk(chosen) : undefined;
      }
      case "txbxContent":
        boxes.push(...apart(() => walk(element)));
        return;
      case "ruby": {
        const base = child(element, "rubyBase");
        return base ? walk(base) : undefined;
      }
      default:
        return walk(element);
    }
  }

  /** @param {Element} element */
  function paragraph(element) {
    const properties = child(element, "pPr");
    const mark = child(properties, "rPr");
    const style = value(child(properties, "pStyle")) || styles.paragraph;
    const outerHidden = paragraphHidden;
    if (!runsOn) line = "";
    paragraphHidden = styles.hidden(style) === true;
    walk(element);
    paragraphHidden = outerHidden;

    const deleted = child(mark, "del") !== null || child(mark, "moveFrom") !== null;
    const markHidden = toggle(mark, "vanish") === true || toggle(mark, "specVanish") === true;
    if (deleted || markHidden) {
      // Nothing of it is left: it is as if it were not there.
      runsOn = line !== "" || runsOn;
      return;
    }
    runsOn = false;
    const counted = number(properties);
    for (const each of (counted ? marked(counted, line.replace(/^[ \t]+/, "")) : line).split("\n")) lines.push(each.replace(/[ \t]+$/, ""));
    lines.push(...boxes);
    line = "";
    boxes = [];
  }

  /** @param {Element} element */
  function run(element) {
    const properties = child(element, "rPr");
    if (isHidden(properties)) {
      // Fields begin and end in hidden runs as well.
      for (const each of children(element, "fldChar")) field(each);
      return;
    }
    const raised = value(child(properties, "vertAlign")) === "superscript";
    for (let each = element.firstElementChild; each; each = each.nextElementSibling) {
      switch (each.localName) {
        case "t": {
          const whole = attribute(each, "space") === "preserve";
          const text = (each.textContent || "").replace(/[\r\n]+/g, " ");
          const shown = whole ? text : text.replace(/^[ \t]+|[ \t]+$/g, "");
          add(raised ? shown.replace(/\d/g, (digit) => SUPERSCRIPT[Number(digit)]) : shown);
          break;
        }
        case "tab":
        case "ptab":
          add("\t");
          break;
        case "br":
        case "cr":
          add("\n");
          break;
        case "noBreakHyphen":
          add("-");
          break;
        case "sym":
          add(symbol(attribute(each, "font") || "", attribute(each, "char") || ""));
          break;
        case "instrText":
          if (fields.length > 0) fields[fields.length - 1].code += each.textContent || "";
          break;
        case "fldChar":
          field(each);
          break;
        case "footnoteReference":
        case "endnoteReference":
          notes.push({ kind: each.localName === "footnoteReference" ? "footnotes" : "endnotes", id: attribute(each, "id") || "" });
          break;
        default:
          if (!inInstruction()) enter(each);
      }
    }
  }

  /** @param {Element} element a w:fldChar */
  function field(element) {
    const type = attribute(element, "fldCharType");
    const last = fields[fields.length - 1];
    if (type === "begin") fields.push({ code: "", result: false, shown: false });
    else if (type === "separate" && last) last.result = true;
    else if (type === "end" && last) {
      fields.pop();
      if (!last.result) add(drawn(last.code));
    }
  }

  /** @param {Element | null} properties w:rPr */
  function isHidden(properties) {
    const own = toggle(properties, "vanish");
    if (own !== null) return own;
    const style = value(child(properties, "rStyle"));
    const says = style ? styles.hidden(style) : null;
    return says !== null ? says : paragraphHidden;
  }

  /** @param {Element} element */
  function table(element) {
    for (const row of inside(element, "tr")) {
      if (child(child(row, "trPr"), "del")) continue;
      const cells = inside(row, "tc").map((cell) => apart(() => walk(cell)));
      lines.push(...rowLines(cells));
    }
  }

  const body = child(parts.document.documentElement, "body");
  if (body) walk(body);
  if (line) lines.push(line);

  for (const kind of /** @type {const} */ (["footnotes", "endnotes"])) {
    const part = parts[kind];
    if (!part) continue;
    const byId = new Map(Array.from(part.documentElement.children, (each) => [attribute(each, "id"), each]));
    const used = notes.filter((note) => note.kind === kind);
    used.forEach(({ id }, index) => {
      const note = byId.get(id);
      if (!note) return;
      const text = apart(() => walk(note)).filter((each) => each.trim() !== "");
      if (text.length > 0) lines.push(`[${index + 1}] ${text[0].trim()}`, ...text.slice(1));
    });
  }
  return tidy(lines).join("\n");
}

/** Rows of a table or cells of a row, also those that a control or a tracked change wraps. @param {Element} parent @param {string} name @returns {Element[]} */
function inside(parent, name) {
  /** @type {Element[]} */
  const found = [];
  for (const each of Array.from(parent.children)) {
    if (each.localName === name) found.push(each);
    else if (/^(sdt|sdtContent|ins|moveTo|customXml|smartTag)$/.test(each.localName)) found.push(...inside(each, name));
  }
  return found;
}

/** What a field without a result draws: Word encircles a number by EQ. @param {string} code */
function drawn(code) {
  const ring = /\beq\s*\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,，;；]\s*([^)\s]+)\s*\)/i.exec(code);
  if (!ring) return "";
  const n = Number(ring[1]);
  return n >= 0 && n <= 50 ? circled(n) : `（${ring[1]}）`;
}

/** At most one empty line in a row, none at either end. @param {string[]} lines */
function tidy(lines) {
  const done = lines.filter((line, i) => line.trim() !== "" || (i > 0 && lines[i - 1].trim() !== ""));
  while (done.length > 0 && done[done.length - 1].trim() === "") done.pop();
  return done;
}
