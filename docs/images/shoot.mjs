// Takes the two pictures: a page as it is, and a terminal's output (its colours as the escapes say) on dark ground.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "../../tests/web/node_modules/playwright-core/index.mjs";

const [page, pageImage, terminal, terminalImage] = process.argv.slice(2);
const colours = { 31: "#ff7b72", 91: "#ff7b72", 33: "#e3b341", 93: "#e3b341", 36: "#79c0ff", 32: "#7ee787", 1: null };

function html(ansi) {
  let open = 0;
  return ansi
    .replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c])
    .replace(/\x1b\[([\d;]*)m/g, (_, codes) => {
      if (codes === "0" || codes === "") return "</span>".repeat(open) + ((open = 0), "");
      open += 1;
      const style = codes.split(";").map((code) => (code === "1" ? "font-weight:bold" : `color:${colours[code]}`));
      return `<span style="${style.join(";")}">`;
    });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const tab = await browser.newPage({ viewport: { width: 800, height: 1000 }, deviceScaleFactor: 1.5 });
await tab.goto(pathToFileURL(page).href);
await tab.screenshot({ path: pageImage, fullPage: true });
await tab.setContent(
  `<html lang="ja"><body style="margin:0;background:#0d1117"><pre style="display:inline-block;margin:0;padding:20px 28px;color:#e6edf3;text-spacing-trim:space-all;` +
    `font:15px/1.5 'Noto Sans Mono CJK JP',monospace">${html(readFileSync(terminal, "utf8").trimEnd())}</pre></body></html>`,
);
await tab.locator("pre").screenshot({ path: terminalImage });
await browser.close();
