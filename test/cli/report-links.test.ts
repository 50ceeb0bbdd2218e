import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unpackPage } from '../../reports/allure/pack-page.ts';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { runCommand } from './command.ts';

let cwd = '';
let faulty: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-links-'));
  faulty = await spawnReference({ faults: ['register-answers-201', 'no-date', 'login-cacheable'] });
  const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
  const few = ['--runs', '8', '--seed', '3', '--operation', 'oauth_client_post', 'oauth_idp_login_get'];
  const ci = ['--markdown', 'out/causes.md', '--sarif', 'out/causes.sarif', '--junit', 'out/junit.xml'];
  const report = ['--report', 'out', '--code-quality', 'out/quality.json', '--result', 'result.json'];
  await runCommand(['run', '--target', faulty.url, ...few, ...ci, ...report], { cwd, env });
  await runCommand(['compare', 'reference', faulty.url, ...few, '--report', 'out'], { cwd, env });
}, 180_000);
afterAll(async () => {
  await faulty.close();
  await rm(cwd, { recursive: true, force: true });
});

const textOf = (file: string): Promise<string> => readFile(path.join(cwd, 'out', file), 'utf8');
const first = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Markdown whose code is left out: nobody can follow an address in an answer. */
const prose = (markdown: string): string =>
  markdown.replaceAll(/^(`{3,})[^]*?^\1$/gm, '').replaceAll(/(`+)[^`]+\1/g, '');

/** What a reader can follow, by the kind of report. */
const linksIn: Readonly<Record<string, (text: string) => readonly string[]>> = {
  'summary.html': (text) => first(text, / href="([^"]*)"/g),
  'rules.html': (text) => first(text, / href="([^"]*)"/g),
  'comparison.html': (text) => first(text, / href="([^"]*)"/g),
  'index.html': (text) => {
    const data = [...unpackPage(text).values()].join('\n');
    return [...first(data, /"url":"([^"]*)"/g), ...first(data, / href=\\"([^"]*)\\"/g)];
  },
  'causes.md': (text) => first(prose(text), /\]\(([^)\s]*)\)/g),
  'causes.sarif': (text) => [...first(text, /"helpUri": "([^"]*)"/g), ...first(text, /\]\(([^)\s]*)\)/g)],
  'quality.json': (text) => first(text, /(https?:[^\s"]*)/g),
  'junit.xml': (text) => first(text, /^source: .*, (\S*)$/gm),
};

const standard =
  /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d{4}#(?:section-\d+(?:\.\d+)*|appendix-[A-Z](?:\.\d+)*)$/;

/** Whether a link of a page leads to a section of an RFC, or to a place in a file of the report. */
async function isResolved(link: string, page: string): Promise<boolean> {
  if (standard.test(link)) return true;
  const [, file = '', id] = /^([\w.-]*)(?:#(.+))?$/.exec(link) ?? [];
  const text = await textOf(file === '' ? page : file).catch(() => null);
  return text !== null && (id === undefined || text.includes(` id="${id}"`));
}

describe('every link', () => {
  it.each(Object.entries(linksIn))('of %s leads somewhere', async (file, find) => {
    const links = [...new Set(find(await textOf(file)))];
    if (file !== 'quality.json') expect(links.length).toBeGreaterThan(0);
    const resolved = await Promise.all(links.map((link) => isResolved(link, file)));
    expect(links.filter((_, index) => resolved[index] !== true)).toEqual([]);
  });
});

describe('every finding', () => {
  it('is linked to the explanation of its rule, or names the command that prints it', async () => {
    const result = JSON.parse(await readFile(path.join(cwd, 'result.json'), 'utf8')) as ResultFile;
    const violated = result.verdicts.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
    const rules = [...new Set(violated.map(({ rule }) => rule))];
    expect(rules.length).toBeGreaterThan(2);
    const [summary, junit, page] = await Promise.all(['summary.html', 'junit.xml', 'index.html'].map(textOf));
    const allure = [...unpackPage(page ?? '').values()].join('\n');
    for (const rule of rules) {
      expect(summary).toContain(`href="rules.html#${rule}"`);
      expect(allure).toContain(`explain ${rule}`);
    }
    for (const { rule } of violated.filter(({ verdict }) => verdict === 'fail'))
      expect(junit).toContain(`explain ${rule}`);
    const causes = result.causes ?? [];
    expect(causes.length).toBeGreaterThan(2);
    for (const file of ['causes.md', 'causes.sarif', 'quality.json']) {
      const text = await textOf(file);
      for (const { shown } of causes) expect(text).toContain(`explain ${shown?.rule ?? ''}`);
    }
  });

  it('of a comparison is linked to the rule that one target violates', async () => {
    expect(await textOf('comparison.html')).toContain('href="rules.html#response.status.documented"');
  });
});
