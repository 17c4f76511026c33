/** Every way in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { drop, gb18030, isRead, open, paste, REPORT, textOf } from "../desk.mjs";

test("a dropped file, in each encoding; undo brings the old text back", async () => {
  const page = await open();
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(REPORT, "utf16le")]);
  const bom = Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(REPORT)]);
  const files = /** @type {const} */ ([
    ["UTF-8", Buffer.from(REPORT)],
    ["UTF-8", bom],
    ["UTF-16LE", utf16],
    ["GB18030", gb18030(REPORT.replace(/[𬭚😀]/gu, "新"))],
  ]);
  for (const [index, [encoding, bytes]] of files.entries()) {
    await paste(page, "另一篇");
    await isRead(page, "另一篇");
    await drop(page, `report-${index}.txt`, bytes);
    await isRead(page, REPORT);
    assert.equal(await textOf(page), encoding === "GB18030" ? REPORT.replace(/[𬭚😀]/gu, "新") : REPORT);
    assert.ok(await page.getByText(`已读入 report-${index}.txt（${encoding}）`).isVisible());
  }
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+z");
  await isRead(page, "另一篇");
  assert.equal(await textOf(page), "另一篇");
  await page.context().close();
});

test("a file that cannot be read gets one sentence, and the text stays", async () => {
  const page = await open();
  await paste(page, REPORT);
  await isRead(page, REPORT);
  const files = /** @type {const} */ ([
    ["report.docx", [0x50, 0x4b, 3, 4, 20, 0, 6, 0], "不是纯文本文件"],
    ["data.bin", [0x41, 0, 0x42, 0], "不是纯文本文件"],
    ["broken.txt", [0x41, 0x81, 0x30, 0x20, 0xff, 0xff], "读不出文字"],
  ]);
  for (const [name, bytes, sentence] of files) {
    await drop(page, name, Uint8Array.from(bytes));
    await page.locator("#message").filter({ hasText: name }).filter({ hasText: sentence }).waitFor();
    assert.equal(await textOf(page), REPORT);
  }
  await page.context().close();
});

test("a file chosen from the system's window", async () => {
  const page = await open();
  await page.locator("#file").setInputFiles({ name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
  await isRead(page, REPORT);
  await page.context().close();
});
