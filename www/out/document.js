// A document of its own: one HTML file that asks for nothing and runs nothing, by its own policy.

import { element } from "../dom.js";
import { language } from "../words/language.js";
import { digest } from "./provenance.js";

/**
 * @param {string} title
 * @param {string} style
 * @param {HTMLElement} body
 */
export function documentOf(title, style, body) {
  const hash = btoa(String.fromCharCode(...digest(style)));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  // Written out by the browser from elements, so that no words of the report can become markup.
  const head = [
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "generator", content: `Gangmu ${GANGMU_VERSION}` }),
    element("title", {}, title),
  ].map((each) => each.outerHTML);
  const lang = language() === "zh" ? "zh-CN" : "en";
  return `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n${head.join("\n")}\n<style>${style}</style>\n</head>\n${body.outerHTML}\n</html>\n`;
}
