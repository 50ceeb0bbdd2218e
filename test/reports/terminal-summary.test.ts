import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../checks/catalogue.ts';
import { operationIds } from '../../spec/operation-ids.ts';
import { coloured, plain, terminalText } from '../../reports/printable.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { terminalEnd, terminalSummary } from '../../reports/terminal-summary.ts';
import type { EndOptions, SummaryOptions } from '../../reports/terminal-summary.ts';
import {
  everyVerdict,
  failingRule,
  redacted,
  reportOf,
  sampleFinding,
  sampleOperation,
  sampleReport,
  sampleRule,
} from './sample-report.ts';

const options = {
  ...{ strict: false, hasFindings: true, width: 100, paint: plain },
  ...{ summaryFile: 'reports/out/summary.html', reportFile: 'reports/out/report.html' },
};

/** What a run prints, with its last lines. */
function wholeSummary(report: RunReport, looks: SummaryOptions & EndOptions): string {
  return terminalSummary(report, looks) + terminalEnd(report, looks);
}

/** The id of a rule in an area. */
function firstOf(area: string): string {
  const found = catalogue.find(({ id }) => id.startsWith(`${area}.`));
  if (found === undefined) throw new TypeError(`no rule of ${area}`);
  return found.id;
}

/** All operations with their real areas, and three problems. */
function wholeRun(): RunReport {
  const shared = ['response', 'request', 'auth', 'method', 'robustness', 'error'];
  const own: Readonly<Record<string, string>> = {
    oauth_client_post: 'client',
    oauth_client_list_post: 'list',
    oauth_token_post: 'token',
    oauth_revoke_token_post: 'revoke',
    oauth_authorize_post: 'authorize',
    oauth_idp_callback_get: 'login',
  };
  const records = operationIds.map((operation) => {
    const areas = [...shared, ...(own[operation] === undefined ? [] : [own[operation]])];
    return sampleOperation({
      operation,
      rules: areas.map((area) =>
        operation === 'oauth_token_post' && area === 'token'
          ? failingRule({ operation, rule: 'token.answer.no-store' })
          : sampleRule({ operation, rule: firstOf(area) }),
      ),
    });
  });
  const session = [
    'authorize',
    'code',
    'token',
    'refresh',
    'revoke',
    'bearer',
    'client',
    'generate',
    'header',
  ];
  const rules = session.map((area) => sampleRule({ operation: 'session', rule: firstOf(area) }));
  return sampleReport({ records: [...records, sampleOperation({ operation: 'session', rules })] });
}

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => !line.includes('--replay'));

describe('terminal summary', () => {
  it('shows each verdict', () => {
    expect(wholeSummary(reportOf(...everyVerdict()), options)).toMatchSnapshot();
  });

  it('shows a whole run', () => {
    expect(wholeSummary(wholeRun(), options)).toMatchSnapshot();
  });

  it('is at most 100 columns wide but for commands', () => {
    const long = 'x'.repeat(300);
    const finding = sampleFinding({ at: `/${long}`, actual: redacted(long), family: long });
    const target = { url: `https://${long}`, isEmbedded: false, profile: long, build: long };
    const text = wholeSummary(
      {
        ...reportOf(
          failingRule({ findings: [finding] }),
          failingRule({ verdict: 'warn', findings: [finding] }),
        ),
        target,
      },
      options,
    );
    for (const line of [...linesOf(text), ...linesOf(wholeSummary(wholeRun(), options))])
      expect(Array.from(line).length).toBeLessThanOrEqual(100);
  });

  it('tells each violation in six lines, with whole commands', () => {
    const text = wholeSummary(reportOf(failingRule()), options);
    const [violation] = /^FAIL[\s\S]*?(?=\n\n)/m.exec(text) ?? [''];
    expect(violation.split('\n')).toHaveLength(6);
    expect(violation).toContain('   npm run -s conformance -- explain response.schema.valid\n');
    expect(violation).toMatch(/npm run -s conformance -- run .* --replay 42:valid\.domain\/0\/7:0$/);
  });

  it('names the families of a violation with their counts, and shows what was seen again first', () => {
    const findings = [
      sampleFinding({ family: 'race.redeem', path: 'race.redeem@0@0', isReproduced: false }),
      sampleFinding({ family: 'token.replay', path: 'token.replay@0@0' }),
    ];
    const families = Array.from({ length: 14 }, (_, index) => ({
      family: `family.number-${index}`,
      count: 20 - index,
    }));
    const text = wholeSummary(reportOf(failingRule({ findings, families })), options);
    expect(text).toContain('12 of 100 judged: family.number-0 20, family.number-1 19,');
    expect(text.replaceAll(/\n +/g, ' ')).toContain(
      'family.number-11 9, 2 more families; 1 more in the report',
    );
    expect(text).toContain('--replay 42:token.replay@0@0');
    expect(text).not.toContain('seen again');
    expect(
      Math.max(
        ...text
          .split('\n')
          .filter((one) => !one.includes('--replay'))
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(100);
  });

  it.each([
    [false, 'NOT seen again when sent again'],
    [null, 'not sent again'],
  ])('says what came of sending the case again: %s', (isReproduced, told) => {
    const findings = [sampleFinding({ isReproduced })];
    expect(wholeSummary(reportOf(failingRule({ findings })), options)).toContain(`\n   ${told}\n`);
    const warning = failingRule({ verdict: 'warn', level: 'SHOULD', findings });
    expect(wholeSummary(reportOf(warning), options).includes('(NOT seen again)')).toBe(
      isReproduced === false,
    );
  });

  it('begins with the verdict, the number of causes, the levels and what is wrong', () => {
    const report = reportOf(failingRule({ rule: 'token.secret.checked', operation: 'oauth_token_post' }));
    const [, , , verdict, counts, levels, , first, evidence] = wholeSummary(report, options).split('\n');
    expect(verdict).toBe('the target violates the contract');
    expect(counts).toBe('1 cause behind 1 fail');
    expect(levels).toMatch(/^levels: /);
    expect(first).toBe('1. FAIL client secrets are not checked (oauth_token_post) (1 test)');
    expect(evidence).toMatch(
      /^ {3}oauth_token_post token.secret.checked at .*: expected string, actual absent$/,
    );
  });

  it('gives a line each to many causes, so that all are seen at once', () => {
    const areas = ['authorize', 'bearer', 'client', 'generate', 'header', 'list', 'login', 'method', 'token'];
    const many = areas.map((area) => failingRule({ rule: firstOf(area), verdict: 'warn' }));
    const lines = wholeSummary(reportOf(...many), options).split('\n');
    const at = lines.findIndex((one) => one.startsWith('1. WARN'));
    expect(lines.slice(at, at + 5).map((one) => /^\d/.test(one))).toEqual([true, true, true, true, true]);
  });

  it('cuts nothing in a pipe, and everything but commands at the width of a terminal', () => {
    const actual = redacted('y'.repeat(400));
    const report = reportOf(failingRule({ findings: [sampleFinding({ actual })] }));
    const text = wholeSummary(report, { ...options, width: Infinity });
    expect(text).toContain(actual);
    expect(text).not.toContain('…');
    for (const line of linesOf(wholeSummary(report, { ...options, width: 60 })))
      expect(Array.from(line).length).toBeLessThanOrEqual(60);
  });

  it('counts further findings of a rule', () => {
    const findings = [
      sampleFinding(),
      sampleFinding({ family: 'valid.b' }),
      sampleFinding({ family: 'valid.c' }),
    ];
    expect(wholeSummary(reportOf(failingRule({ findings })), options)).toContain('; 2 more in the report');
  });

  it.each<[string, RunReport, string]>([
    ['conforming', reportOf(sampleRule()), 'exit 0: the target conforms'],
    ['violating', reportOf(failingRule()), 'exit 1: the target violates'],
    ['judging nothing', sampleReport({ records: [] }), 'exit 3: nothing could be judged'],
    ['interrupted', sampleReport({ isInterrupted: true }), 'exit 130: interrupted'],
  ])('says what the exit code of a %s run means', (_name, report, meaning) => {
    expect(wholeSummary(report, options)).toContain(meaning);
  });

  it('says when only --strict makes it red', () => {
    const report = reportOf(sampleRule(), failingRule({ verdict: 'warn' }));
    expect(wholeSummary(report, { ...options, strict: true })).toContain('exit 1: there are warnings');
  });

  it('tells why a run broke off', () => {
    const text = wholeSummary(
      sampleReport({ records: [], broken: 'pc.example refused the connection' }),
      options,
    );
    expect(text).toContain('BROKEN\n   pc.example refused the connection');
  });

  it('tells what too few runs have left out', () => {
    const text = wholeSummary(sampleReport({ records: [sampleOperation({ leftOut: 7 })] }), options);
    expect(text).toMatch(/7 kinds of cases were left out: --runs \d+ has no room for them/);
    expect(wholeSummary(sampleReport(), options)).not.toContain('left out');
  });

  it('tells what is left on the target', () => {
    const residue = { created: 2, removed: 0, left: ['c1', 'c2'] };
    expect(wholeSummary(sampleReport({ records: [sampleOperation({ residue })] }), options)).toContain(
      '2 clients left on the target: ',
    );
  });

  it('has the same words with colours', () => {
    const report = reportOf(...everyVerdict());
    const text = terminalText(wholeSummary(report, { ...options, paint: coloured }));
    expect(text).toContain('\u001b[31m');
    expect(text.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(wholeSummary(report, options));
  });

  it('passes no control character of the target on', () => {
    const hostile = redacted('\u001b[2J\r\u0007\u009b\n');
    const finding = sampleFinding({
      at: hostile,
      expected: hostile,
      actual: hostile,
      family: hostile,
      path: hostile,
    });
    const report = reportOf(
      failingRule({ findings: [finding] }),
      failingRule({ verdict: 'warn', findings: [finding] }),
    );
    const text = wholeSummary({ ...report, broken: hostile }, { ...options, reportFile: hostile });
    expect(text).not.toMatch(/[^\P{C}\n]/u);
  });
});
