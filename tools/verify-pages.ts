import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { spawnReference } from '../targets/spawn-reference.ts';
import { Tally } from './tally.ts';

/**
 * Proves that all pages can be read in a browser, on a phone and on a screen, light and dark: no error in the console, no
 * request to anywhere, and no sideways scrolling of the page. It takes Chromium from `CHROMIUM` or from where Linux has it.
 */
const browserFile = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file !== undefined && existsSync(file),
);
const main = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'cli', 'main.js');
/** Mends nothing and breaks much, so that the pages have something to show. */
const faults = ['any-scheme-accepted', 'clients-forgotten', 'date-as-iso-8601', 'access-tokens-constant'];
const widths = [420, 1400];
const schemes = ['light', 'dark'] as const;

if (browserFile === undefined) {
  process.stderr.write('no browser: install Chromium, or name it in CHROMIUM\n');
  process.exitCode = 1;
} else {
  process.exitCode = await prove(browserFile);
}

async function prove(executablePath: string): Promise<number> {
  const tally = new Tally();
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-pages-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await writePages(folder);
    for (const page of ['summary.html', 'index.html', 'comparison.html', 'rules.html'])
      for (const width of widths)
        for (const scheme of schemes)
          tally.expectNone(
            `${page} at ${width} pixels, ${scheme}, can be read`,
            await problemsOf(browser, path.join(folder, page), { width, scheme }),
            (problem) => problem.slice(0, 300),
          );
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  return tally.finish();
}

/** A run with its history, and a comparison, of a target with faults. Their exit codes are not zero. */
async function writePages(folder: string): Promise<void> {
  const login = { username: 'admin', password: 'for-these-pages' };
  const target = await spawnReference({ faults, ...login });
  const env = { ...process.env, PRISM_PASSWORD: login.password };
  const few = ['--runs', '40', '--report', folder, '--username', login.username];
  const history = ['--history', path.join(folder, 'history.jsonl')];
  const command = (...words: readonly string[]): Promise<unknown> =>
    promisify(execFile)(process.execPath, [main, ...words], { env }).catch(() => null);
  try {
    for (let run = 0; run < 2; run += 1) await command('run', '--target', target.url, ...few, ...history);
    await command('compare', 'reference', target.url, ...few);
  } finally {
    await target.close();
  }
}

/** What a reader of a page would stumble over, each in one line. */
async function problemsOf(
  browser: Browser,
  file: string,
  { width, scheme }: { readonly width: number; readonly scheme: (typeof schemes)[number] },
): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (/^(?:https?|wss?):/.test(request.url())) problems.push(`requests ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle' });
  await page
    .waitForFunction('document.body.innerText.trim().length > 200', null, { timeout: 20_000 })
    .catch(() => problems.push('shows next to nothing'));
  await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
  const excess = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  if (excess !== 0) problems.push(`scrolls ${String(excess)} pixels sideways`);
  await page.close();
  return problems;
}
