// Checks pages: node check.mjs FILE.html…
//
// Exit 0: all passed. 1: something failed. 2: the checks could not run.
// Every check is first shown faulty.html, where it must find the fault it is there for: a checker that finds nothing
// anywhere would otherwise look like a clean page.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import axe from "axe-core";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";
import vnu from "vnu-jar";

const here = dirname(fileURLToPath(import.meta.url));
const vnuJar = String(vnu);
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// How a reader may meet the page. Two are narrow: 320 CSS pixels is what WCAG 1.4.10 asks for.
const VIEWS = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  "narrow dark": { viewport: { width: 320, height: 640 }, colorScheme: "dark", hasTouch: true, isMobile: true },
  print: { viewport: { width: 794, height: 1123 }, colorScheme: "dark", media: "print" },
};

// The text spacing that WCAG 1.4.12 says a reader may set.
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** What the Nu HTML checker says about the files: a list of messages for each. */
async function nuChecker(files) {
  const found = new Map(files.map((file) => [file, []]));
  const args = ["-Xss1m", "-jar", vnuJar, "--format", "json", "--stdout", "--exit-zero-always", ...files];
  const { stdout } = await promisify(execFile)("java", args, { maxBuffer: 1 << 28 });
  for (const message of JSON.parse(stdout).messages) {
    const file = message.url ? fileURLToPath(message.url) : files[0];
    found.get(file).push(`${message.lastLine}:${message.lastColumn} ${message.message}`);
  }
  return found;
}

/** What html-validate says about one file. */
async function htmlLint(file) {
  const loader = new FileSystemConfigLoader(JSON.parse(await readFile(join(here, ".htmlvalidate.json"), "utf8")));
  const report = await new HtmlValidate(loader).validateString(await readFile(file, "utf8"), file);
  return report.results.flatMap(({ messages }) => messages.map((m) => `${m.line}:${m.column} ${m.message} (${m.ruleId})`));
}

/** Opens a page as in the view; gives what it loads, logs and throws. */
async function open(browser, file, view) {
  const { media, ...options } = view;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (media) await page.emulateMedia({ media });
  const address = pathToFileURL(file).href;
  const requests = [];
  const logged = [];
  page.on("request", (request) => request.url() !== address && requests.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && logged.push(message.text()));
  page.on("pageerror", (error) => logged.push(String(error)));
  await page.goto(address, { waitUntil: "load" });
  return { context, page, requests, logged };
}

/** Violations that axe-core finds, and contrasts that it could not decide. */
async function axeViolations(page) {
  await page.evaluate(axe.source);
  const told = ({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 120)}`);
  const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), AXE_TAGS);
  const found = result.violations.flatMap(told);
  // What is scrolled out of a table's box it can only judge when it is in sight.
  const hidden = result.incomplete.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes);
  for (const { target } of hidden) {
    await page.locator(target[0]).scrollIntoViewIfNeeded();
    const again = await page.evaluate((selector) => window.axe.run(selector, { runOnly: ["color-contrast"] }), target[0]);
    found.push(...[...again.violations, ...again.incomplete].flatMap(told));
  }
  return found;
}

/** Elements that stick out of the window, as read by default and with a reader's text spacing. */
async function overflow(page) {
  const measure = () =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const scrolls = (element) => element && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
      const out = [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        const shown = box.width > 0 && box.height > 0;
        return shown && (box.right > width + 1 || box.left < -1) && !scrolls(element.parentElement);
      });
      const found = out.map((element) => `outside the window: ${element.outerHTML.slice(0, 120)}`);
      if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
      return found;
    });
  const plain = await measure();
  await page.addStyleTag({ content: TEXT_SPACING });
  return [...plain, ...(await measure())];
}

/** Goes through the page with the Tab key: each stop must show where it is and must not be covered. */
async function keyboard(page) {
  const found = [];
  for (let stop = 0; stop < 120; stop += 1) {
    await page.keyboard.press("Tab");
    const state = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const [box] = element.getClientRects();
      const style = getComputedStyle(element);
      const shown = Number(style.opacity) > 0 && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2));
      const visible = points.some((point) => point && (element.contains(point) || point.contains(element)));
      const first = !element.dataset.seen;
      element.dataset.seen = "1";
      return { shown, visible, first, html: element.outerHTML.slice(0, 120) };
    });
    if (!state?.first) return found;
    if (!state.shown) found.push(`focus does not show: ${state.html}`);
    if (!state.visible) found.push(`covered when focused: ${state.html}`);
  }
  return found;
}

/** Every link within the page leads somewhere. */
async function fragments(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("a[href^='#']")]
      .map((link) => link.getAttribute("href"))
      .filter((href) => href !== "#" && !document.getElementById(decodeURIComponent(href.slice(1))))
      .map((href) => `leads nowhere: ${href}`),
  );
}

/** What only makes sense on a screen is gone, links tell their address, ink is dark on white paper. */
async function paper(page) {
  const found = await page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll(".skip-link, .permalink, .to-contents"))
      if (element.getClientRects().length > 0) found.push(`on paper: ${element.outerHTML.slice(0, 120)}`);
    for (const link of document.querySelectorAll("a[href^='http']")) {
      const told = link.textContent + getComputedStyle(link, "::after").content;
      if (!told.includes(link.getAttribute("href"))) found.push(`address not told: ${link.outerHTML.slice(0, 120)}`);
    }
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    const sum = (value) => value.match(/[\d.]+/g).slice(0, 3).reduce((total, part) => total + Number(part), 0);
    if (sum(color) > 200) found.push(`ink is ${color}`);
    if (sum(backgroundColor) < 750 && !backgroundColor.endsWith(" 0)")) found.push(`paper is ${backgroundColor}`);
    return found;
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // A4 in points, as the page's own style sheet says; a comparison lies on its side.
  const upright = await page.evaluate(() => !document.querySelector("main.comparison"));
  const sheet = upright ? /\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/ : /\/MediaBox \[0 0 84[12][\d.]* 59[45][\d.]*\]/;
  if (!sheet.test(pdf.toString("latin1"))) found.push("the sheet is not A4");
  return found;
}

/** All checks of one file in the browser: name and findings of each. */
async function inBrowser(browser, file) {
  const results = [];
  for (const [name, view] of Object.entries(VIEWS)) {
    const { context, page, requests, logged } = await open(browser, file, view);
    results.push([`${name}: requests`, requests], [`${name}: console`, logged]);
    results.push([`${name}: axe`, await axeViolations(page)]);
    if (name === "light") results.push([`${name}: fragments`, await fragments(page)]);
    if (view.media === "print") results.push([`${name}: paper`, await paper(page)]);
    else {
      results.push([`${name}: keyboard`, await keyboard(page)]);
      results.push([`${name}: overflow`, await overflow(page)]);
    }
    await context.close();
  }
  return results;
}

async function main(files) {
  if (files.length === 0) throw new Error("usage: node check.mjs FILE.html…");
  for (const file of [CHROMIUM, vnuJar, ...files]) if (!existsSync(file)) throw new Error(`not there: ${file}`);
  const faulty = join(here, "faulty.html");
  const all = [faulty, ...files.map((file) => resolve(file))];
  const nu = await nuChecker(all);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  let [passed, failed] = [0, 0];
  const count = (ok, file, name, findings) => {
    if (ok) return (passed += 1);
    failed += 1;
    console.log(`failed: ${file}: ${name}`);
    for (const finding of new Set(findings)) console.log(`  ${finding}`);
  };
  try {
    for (const file of all) {
      const results = [["nu checker", nu.get(file)], ["html-validate", await htmlLint(file)], ...(await inBrowser(browser, file))];
      for (const [name, findings] of results) {
        if (file === faulty) count(findings.length > 0, file, name, ["the fault was not found"]);
        else count(findings.length === 0, file, name, findings);
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`tests/web: ${error.message}`);
  process.exitCode = 2;
}
