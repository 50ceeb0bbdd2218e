import { describe, expect, it } from '@jest/globals';
import { getStatusFromError } from 'allure-js-commons/sdk';
import type { RuleRecord } from '../../checks/verdict.ts';
import { ContractViolation, failureText } from '../../reports/failure-text.ts';
import { replayContextOf } from '../../reports/replay-command.ts';
import { factsOf } from '../../reports/rule-facts.ts';
import {
  failingRule,
  redacted,
  sampleExchange,
  sampleFinding,
  sampleReport,
  sampleRule,
  sampleRules,
} from './sample-report.ts';

describe('contract violation', () => {
  const violation = new ContractViolation('line', { text: 'text', actual: 'absent', expected: 'string' });

  it('is a failure to Allure, where other errors are broken', () => {
    expect(getStatusFromError(violation)).toBe('failed');
    expect(getStatusFromError(new Error('text'))).toBe('broken');
  });

  it('carries what was expected and no stack of ours', () => {
    expect(violation).toMatchObject({
      message: 'line',
      actual: 'absent',
      expected: 'string',
      stack: 'text\n    at <anonymous>:1:1',
    });
  });
});

const textOf = (record: RuleRecord): string =>
  failureText(record, factsOf(sampleRules, record), replayContextOf(sampleReport()));

const severalSteps = sampleFinding({
  shrinks: 0,
  count: 1,
  isReproduced: false,
  exchanges: [
    sampleExchange({
      step: 'register',
      request: redacted('POST /register'),
      curl: redacted('curl register'),
    }),
    sampleExchange({ step: 'main', request: redacted('PUT /main'), curl: redacted('curl main') }),
    sampleExchange({
      step: 'read-back',
      request: redacted('GET /read-back'),
      curl: redacted('curl read-back'),
    }),
  ],
});

describe('text of a violated rule', () => {
  it('tells rule, source, claim, violation, request, answer, curl and replay', () => {
    expect(textOf(failingRule())).toMatchSnapshot();
  });

  it('shows all steps of a case in order, and the other findings by place', () => {
    const findings = [severalSteps, sampleFinding({ family: 'valid.unicode', at: '/entities/0/kind' })];
    expect(textOf(failingRule({ findings }))).toMatchSnapshot();
  });

  it('has no line that Jest would take for a line of a stack', () => {
    const response = redacted('HTTP/1.1 500\r\n\r\nTypeError\n    at read (/srv/node_modules/app.js:1:2)\n');
    const finding = sampleFinding({ at: 'form:a:1:2', exchanges: [sampleExchange({ response })] });
    expect(textOf(failingRule({ findings: [finding, { ...finding, family: 'z' }] }))).not.toMatch(
      /^\s*at\s/m,
    );
  });

  it('gives the reason of a record without findings', () => {
    expect(
      textOf(sampleRule({ verdict: 'broken', judged: 0, reason: 'step register could not be set up' })),
    ).toContain('reason:   step register could not be set up');
  });

  it('shows no control character of the target', () => {
    const hostile = redacted('\u001b]0;owned\u0007\u009b2J\r\n\u202eabc');
    const exchange = sampleExchange({ request: hostile, response: hostile, curl: hostile, step: hostile });
    const finding = sampleFinding({ at: hostile, expected: hostile, actual: hostile, exchanges: [exchange] });
    const text = textOf(failingRule({ findings: [finding, { ...finding, family: 'z' }], reason: hostile }));
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text).toContain('\\u{1b}]0;owned');
  });
});

describe('the text of a rule whose verdict is chance', () => {
  it('says how often the run looked, and how often it saw a violation', () => {
    const text = textOf(failingRule({ isByChance: true, judged: 48, violated: 2 }));
    expect(text).toContain('; looked 48 times, seen 2 times; ');
  });
});
