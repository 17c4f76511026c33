/** The text of a subtree: as Chromium itself gives it, and with exact positions both ways. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { html, isReady, open, write } from "../element-pages.mjs";

/** @typedef {Window & { gangmu: typeof import("../../js/mark.js") }} Marking */

/** Fragments whose `innerText` says what a reader sees. Paragraphs are no part of it: it sets empty lines between them. */
const AS_INNER_TEXT = {
  "plain words": "一、普法宣传",
  "lines by br": "一、普法宣传<br>开展讲座12次<br><br>二、纠纷化解",
  "blocks in blocks": "<div>一、普法</div><div><section>讲座<span>12</span>次</section>共<div>受众1.1万人</div>其余</div>",
  "nested inline elements": "受众<b>1<i>.<u>1</u></i></b>万<em>余</em>人次",
  "spaces and line breaks of the source": "  开展 \n\t Law   talks \n <b> 12 </b>\n times  ",
  "a line break beside a digit": "讲座\n12\n次 abc\n讲座",
  "no-break and ideographic spaces": "讲座&nbsp;&nbsp;12　次&#8203;会议 &nbsp; 3次",
  "characters of two units": "𬭚业园区😀新建<b>𬭚</b>3个",
  "pre": "<pre>一、普法\n  讲座 12 次\n\n二、会议</pre>后",
  "pre-line": '<div class="pre-line">一、普法  \n   讲座   12 次\n二、会议</div>后',
  "pre-wrap inside a line": '前 <span class="pre-wrap">  两格  </span> 后',
  "what is not displayed": '讲座<span class="gone">3</span>12次<div class="gone">会议</div><span hidden>x</span>',
  "what is not visible": '讲座<span class="unseen">3<b class="seen">4</b></span>12次',
  "scripts and templates": "讲座<script type='text/plain'>9</script><template>3</template>12次<noscript>x</noscript>",
  "a table": "<table><tr><th>镇</th><th>讲座</th></tr><tr><td>清溪</td><td>12次</td></tr></table>",
  "a table after and before words": "甲<table><tbody><tr><td>乙</td> <td> 3 </td></tr></tbody></table>丙",
  "a list": "<ul><li>讲座12次</li><li>会议<b>3</b>次</li></ul>",
  "flex items": '<div class="flex"><span>讲座</span><span>12次</span></div>',
  "an inline block": '讲座<span class="inline-block">12</span>次',
  "display: contents": '<div class="contents"><div>讲座</div>12次</div>',
  "a closed details": "<details><summary>讲座</summary>12次</details>后",
  "an open details": "<details open><summary>讲座</summary>12次</details>后",
  "an absolute box": '讲座<span class="absolute">注</span>12次',
};

/** And where it does not: Chromium counts line breaks here that it does not draw, or draws spaces that nobody wrote. */
const AS_MEANT = {
  "a br at the end of a block": ["<div>讲座<br></div><div>会议</div>", "讲座\n会议"],
  "an empty line": ["<div>讲座</div><div><br></div><div>会议</div>", "讲座\n\n会议"],
  "paragraphs": ["<p>讲座</p>\n<p>会议</p>", "讲座\n会议"],
  "a line break between Han": ["开展\n讲座，\n  受众\n<b>多</b> 人", "开展讲座，受众多 人"],
  "two units and a line break": ["𬭚\n𬭚业\n😀\n园区", "𬭚𬭚业😀园区"],
  "empty cells": ["<table><tr><td></td><td>镇</td><td></td><td>数</td></tr><tr><td>甲</td><td></td><td></td></tr><tr><td>乙</td></tr></table>", "镇\t\t数\n甲\n乙"],
  "readings": ["<ruby>讲<rp>(</rp><rt>jiǎng</rt><rp>)</rp></ruby>座12次", "讲座12次"],
  "fields and buttons": ["讲座<input value='3'><textarea>4</textarea><select><option>5</option></select>12次", "讲座12次"],
};

before(() => {
  write(
    "page.css",
    `.gone { display: none } .unseen { visibility: hidden } .seen { visibility: visible } .flex { display: flex } .contents { display: contents }
.inline-block { display: inline-block } .pre-line { white-space: pre-line } .pre-wrap { white-space: pre-wrap } .absolute { position: absolute }`,
  );
  write("text.html", html('<div id="root"></div><script type="module" src="/marking.js"></script>'));
});

/** All of its spans, there and back; and of each character what the DOM holds there. */
const walkAll = (/** @type {string} */ markup) => {
  const root = /** @type {HTMLElement} */ (document.getElementById("root"));
  root.innerHTML = markup;
  const { textOf } = /** @type {Marking} */ (/** @type {unknown} */ (window)).gangmu;
  const { text, rangeOf, spanOf, rectsOf } = textOf(root);
  /** @type {string[]} */
  const wrong = [];
  /** Characters that no node holds: breaks of lines, tabs of tables. */
  const made = Array.from({ length: text.length }, (_, at) => rangeOf([at, at + 1]).collapsed);
  for (let start = 0; start < text.length; start++) {
    const one = rangeOf([start, start + 1]).toString();
    const held = made[start] ? "" : text[start];
    // A space may stand in the DOM as a line break.
    if (one !== held && !(held === " " && /^\s$/.test(one))) wrong.push(`${start}: ${one} for ${held}`);
    for (let end = start + 1; end <= text.length; end++) {
      if (made[start] || made[end - 1]) continue;
      const back = String(spanOf(rangeOf([start, end])));
      if (back !== `${start},${end}`) wrong.push(`[${start}, ${end}] came back as [${back}]`);
    }
    if (!made[start] && /\S/.test(text[start]) && !/[\ud800-\udfff\u200b]/.test(text[start]) && rectsOf([start, start + 1]).length !== 1) wrong.push(`${start} is not drawn`);
  }
  const whole = document.createRange();
  whole.selectNodeContents(document.body);
  const all = spanOf(whole);
  const ends = [text.length - text.trimStart().length, text.trimEnd().length];
  if (!all || all[0] > ends[0] || all[1] < ends[1]) wrong.push(`the whole is ${all} of ${text.length}`);
  return { text, inner: root.innerText, wrong };
};

for (const version of /** @type {const} */ (["today", "80"])) {
  test(`the text is what a reader sees, each position is exact (Chromium ${version})`, async () => {
    const page = await open("text.html", { version });
    await isReady(page);
    /** @type {{ [name: string]: string }} */
    const found = {};
    /** @type {{ [name: string]: string }} */
    const expected = {};
    for (const [name, markup] of Object.entries(AS_INNER_TEXT)) {
      const { text, inner, wrong } = await page.evaluate(walkAll, markup);
      assert.deepStrictEqual(wrong, [], name);
      // Chromium ends the last row of a table, and the last line of some blocks, even where nothing follows.
      found[name] = text.trim();
      expected[name] = inner.trim();
    }
    for (const [name, [markup, words]] of Object.entries(AS_MEANT)) {
      const { text, wrong } = await page.evaluate(walkAll, markup);
      assert.deepStrictEqual(wrong, [], name);
      found[name] = text.trim();
      expected[name] = words;
    }
    assert.deepStrictEqual(found, expected);
    await page.context().close();
  });
}
