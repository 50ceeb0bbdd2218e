import { describe, expect, it } from '@jest/globals';
import { marked } from 'marked';
import { markdownReport } from '../../../reports/ci/markdown.ts';
import type { RunReport } from '../../../reports/run-report.ts';
import {
  everyVerdict,
  failingRule,
  redacted,
  reportOf,
  sampleExchange,
  sampleFinding,
  sampleReport,
} from '../sample-report.ts';

const written = (report: RunReport): string => markdownReport(report, { strict: false });
const shown = (report: RunReport): string => marked.parse(written(report), { async: false });

/** The elements in HTML, with the addresses of links. */
function elementsOf(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)(?: [a-z]+="([^"]*)")?[^>]*>/gi)].map(([, name = '', value]) =>
    name === 'a' || name === 'img' ? `${name} ${value ?? ''}` : name,
  );
}

/** Text that breaks out of every place of Markdown and HTML if it can. */
const hostile = [
  '</details></summary><script>alert(1)</script>',
  '<img src=x onerror=alert(1)> <!-- --> &lt;',
  '```\n# heading\n````\n~~~',
  '[link](https://evil.example) ![image](https://evil.example/x.png) <https://evil.example>',
  'https://evil.example www.evil.example',
  String.raw`| cell \| cell **bold** _it_ ~~no~~ $x$ \\`,
  '\n\n- list\n1. list\n> quote\n| a |\n| - |\n---\n',
  '`',
  '``',
  '` **bold** `',
  '`````',
];

describe('the Markdown of a run', () => {
  it('begins with verdict, target and levels', () => {
    const text = written(sampleReport());
    expect(text).toMatch(/^## ✅ OAuth conformance: the target conforms in all that was judged\n\n- `https:/);
    expect(text).toContain('- levels: shape holds, validation not judged');
    expect(text).toContain('seed 42, 120 requests in 3.2 s');
    expect(text).not.toContain('| cause |');
  });

  it('lists the causes in a table, warnings last, and then each with its case and its command', () => {
    const html = shown(reportOf(...everyVerdict()));
    expect(html).toContain('<h2>❌ OAuth conformance: the target violates the contract, and some');
    const rows = [...html.matchAll(/<tr>\s*<td[^>]*>(\d)<\/td>\s*<td>([^<]*)<\/td>/g)].map((row) =>
      row.slice(1),
    );
    expect(rows).toEqual([
      ['1', 'fail'],
      ['2', 'unexpected pass'],
      ['3', 'warn'],
    ]);
    const [section = ''] = html.split('<h3>2.');
    const order = [
      '<h3>1. a registered client is not stored as it was sent (oauth_client_post)',
      '2 tests',
      'at /client_secret: expected string',
    ];
    const places = [...order, '<details><summary>', 'POST /api/nutanix', '</details>', '--replay 42:valid'];
    const found = places.map((place) => section.indexOf(place));
    expect(found).toEqual(found.filter((place) => place > 0).toSorted((a, b) => a - b));
  });

  it('links the standard of a rule, and says what is new, still failing and fixed', () => {
    const report = reportOf(failingRule({ rule: 'token.answer.no-store' }));
    const baseline = {
      startedAt: '2026-01-01T00:00:00.000Z',
      seed: 7,
      build: null,
      stillFailing: [],
      fixed: [],
      notJudged: [],
    };
    const defect = {
      operation: 'oauth_token_post',
      rule: 'a.b.c',
      level: 'MUST' as const,
      at: '/x',
      fingerprint: '0',
    };
    const html = shown({ ...report, baseline: { ...baseline, new: [defect] } });
    expect(html).toContain(
      '<a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749 section 5.1</a>',
    );
    expect(html).toContain('1 new, 0 still failing, 0 fixed\nNEW oauth_token_post a.b.c (MUST) at /x');
  });

  it.each(hostile.map((text) => [text]))('makes no element of %j from a target', (text) => {
    const of = (value: string): RunReport => {
      const exchange = sampleExchange({ request: redacted(value), response: redacted(value) });
      const finding = sampleFinding({
        at: value,
        expected: redacted(value),
        actual: redacted(value),
        exchanges: [exchange],
      });
      const target = { url: 'https://pc.example', isEmbedded: false, profile: null, build: value };
      const rules = [failingRule({ findings: [finding], rule: value }), ...everyVerdict()];
      return { ...reportOf(...rules), target };
    };
    expect(elementsOf(shown(of(text)))).toEqual(elementsOf(shown(of('plain'))));
  });

  it('stays below what GitHub takes, and says how many causes are cut', () => {
    const exchange = sampleExchange({ response: redacted('ä'.repeat(100_000)) });
    const rules = Array.from({ length: 12 }, (_, index) =>
      failingRule({ rule: `a.b.c${index}`, findings: [sampleFinding({ exchanges: [exchange] })] }),
    );
    const text = written(reportOf(...rules));
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    expect(text).toMatch(/\n8 more causes would exceed what GitHub shows: see the other reports\.\n$/);
    expect(text.match(/^\| \d+ \|/gm)).toHaveLength(12);
  });

  it('holds no password of the target address', () => {
    const report = sampleReport();
    const target = { ...report.target, url: 'https://a:hunter2@pc.example' };
    expect(written({ ...report, target })).not.toContain('hunter2');
  });
});
