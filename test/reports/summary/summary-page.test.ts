import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../checks/catalogue.ts';
import type { RuleRecord } from '../../../checks/verdict.ts';
import { findCauses } from '../../../reports/causes/find-causes.ts';
import type { RunReport } from '../../../reports/run-report.ts';
import { summaryPage } from '../../../reports/summary/summary-page.ts';
import { operationIds } from '../../../spec/operation-ids.ts';
import {
  everyVerdict,
  failingRule,
  redacted,
  reportOf,
  sampleExchange,
  sampleFinding,
  sampleOperation,
  sampleReport,
} from '../sample-report.ts';

function pageOf(report: RunReport, strict = false): string {
  return summaryPage(report, findCauses(report), { strict });
}

/** What a reader sees of a page, on one line. */
function seenIn(page: string): string {
  const body = page.slice(page.indexOf('<body'));
  return body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

const defect = {
  operation: 'oauth_token_post',
  rule: 'a.b',
  level: 'MUST',
  at: '/x',
  fingerprint: 'f',
} as const;

/** A run in which every rule fails on every operation, with this text everywhere. */
function hugeRun(text: string): RunReport {
  const exchange = sampleExchange({
    request: redacted(text),
    response: redacted(text),
    curl: redacted(text),
  });
  const exchanges = Array.from({ length: 5 }, () => exchange);
  const finding = sampleFinding({ at: text, expected: redacted(text), actual: redacted(text), exchanges });
  const rulesOf = (operation: RuleRecord['operation']): readonly RuleRecord[] =>
    catalogue.map((_rule, index) =>
      failingRule({ operation, rule: `own.${index}`, findings: [finding], reason: text }),
    );
  const left = Array.from({ length: 500 }, () => text);
  const records = operationIds.map((operation) => sampleOperation({ operation, rules: rulesOf(operation) }));
  const defects = Array.from({ length: 500 }, () => ({ ...defect, at: text }));
  const baseline = {
    ...{ startedAt: text, seed: 1, build: text },
    ...{ new: defects, fixed: defects, stillFailing: defects, notJudged: defects },
  };
  const target = { url: `https://${text}`, isEmbedded: false, profile: text, build: text };
  return sampleReport({ records, target, baseline, broken: text, residue: { created: 1, removed: 1, left } });
}

describe('the summary page', () => {
  it('begins with the verdict and its exit code, and then tells the causes', () => {
    const seen = seenIn(pageOf(reportOf(...everyVerdict())));
    expect(seen).toMatch(
      /^ Prism OAuth conformance of https:\/\/pc\.example:9440 exit 1 The target violates/,
    );
    const parts = [
      'exit 1',
      'Causes (3)',
      'Operations and areas',
      'Levels of a mock',
      'See it again',
      'Environment',
    ];
    const places = parts.map((part) => seen.indexOf(part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it.each([
    ['the request', 'POST /api/nutanix/v3/oauth/client HTTP/1.1'],
    ['the answer', 'HTTP/1.1 200 OK'],
    ['the curl line', 'curl -u &quot;$PRISM_USERNAME:$PRISM_PASSWORD&quot;'],
    ['what was expected', '<dd>string</dd>'],
    ['the command that replays the case', '--replay 42:valid.domain/0/7:0'],
    ['the command of the whole run', '--seed 42 --runs 100'],
    ['the reason of a known deviation', 'the gateway of this build sends none'],
    ['the reason of what is broken', 'step register could not be set up'],
    ['the build', '<dt>Build</dt>'],
    ['what was left', '3 created, 3 removed, 0 left'],
  ])('has %s', (_name, text) => {
    expect(pageOf(reportOf(...everyVerdict()))).toContain(text);
  });

  it('links a rule to its standard', () => {
    const page = pageOf(reportOf(failingRule({ rule: 'token.answer.no-store' })));
    expect(page).toContain('href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1"');
  });

  it('says of a clean run that there is nothing to mend', () => {
    const seen = seenIn(pageOf(sampleReport()));
    expect(seen).toContain('exit 0 The target conforms in all that was judged');
    expect(seen).toContain('Nothing to mend was found.');
  });

  it('counts warnings where they count', () => {
    const report = reportOf(failingRule({ verdict: 'warn', level: 'SHOULD' }));
    expect(seenIn(pageOf(report))).toContain('exit 0');
    expect(seenIn(pageOf(report, true))).toContain('exit 1 There are warnings');
  });

  it('tells what a slow target did not get', () => {
    const report = sampleReport();
    const cut = { cases: 12, families: 1, hanging: ['broken.body.late'], slow: [], isTimeUp: false };
    const records = report.records.map((record) => ({ ...record, cut }));
    expect(seenIn(pageOf({ ...report, records }))).toMatch(
      /left out: \w+: 12 cases, all of 1 kind, since 1 kind hung \(broken\.body\.late\)/,
    );
  });

  it('tells what is new, still failing and fixed', () => {
    const baseline = {
      ...{ startedAt: '2026-01-01', seed: 7, build: null },
      ...{ new: [defect, defect], stillFailing: [], fixed: [defect], notJudged: [] },
    };
    const seen = seenIn(pageOf(sampleReport({ baseline })));
    expect(seen).toMatch(/New: 2 .*Still failing: 0 .*Fixed: 1 .*Not judged this time: 0/);
  });

  it('has no script, loads nothing and lets the browser refuse both', () => {
    const page = pageOf(reportOf(...everyVerdict()));
    expect(page).not.toMatch(/<script|<img|<link|\ssrc=|@import|url\(|\son\w+=/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('shows markup and control characters of a target as text', () => {
    const hostile = redacted('</pre><script>alert(1)</script>"\'\u001b[2J\u202e');
    const exchange = sampleExchange({ step: hostile, request: hostile, response: hostile, curl: hostile });
    const finding = sampleFinding({ at: hostile, expected: hostile, actual: hostile, exchanges: [exchange] });
    const rules = [
      failingRule({ findings: [finding] }),
      failingRule({ rule: 'x.y', verdict: 'known deviation', reason: hostile }),
    ];
    const target = { url: `https://${hostile}`, isEmbedded: false, profile: hostile, build: hostile };
    const page = pageOf({ ...reportOf(...rules), target, broken: hostile });
    expect(page).not.toMatch(/<script|\u001b|\u202e/);
    expect(page).toContain('&lt;script&gt;');
  });

  it.each(['"', '\u001b', '漢'.repeat(100), 'long '.repeat(4000)])(
    'stays under 300 KB and says that it left something out, whatever the texts: %#',
    (text) => {
      const page = pageOf(hugeRun(text));
      expect(Buffer.byteLength(page)).toBeLessThan(300_000);
      expect(page).toContain('</html>');
      expect(page).toMatch(/more causes have no room here/);
    },
  );

  it('leaves out a command that it would have to cut', () => {
    const page = pageOf(hugeRun('long '.repeat(4000)));
    expect(page).toContain('Too long for this page.');
    expect(page.match(/<pre>[^<]*/g)?.every((text) => text.length < 200)).toBe(true);
  });
});
