import { describe, expect, it } from '@jest/globals';
import { getStatusFromError } from 'allure-js-commons/sdk';
import type { RuleRecord } from '../../checks/verdict.ts';
import { buildAllureMetadata } from '../../reports/allure-metadata.ts';
import type { AllureContext, AllureMetadata } from '../../reports/allure-metadata.ts';
import { replayContextOf } from '../../reports/replay-command.ts';
import { factsOf } from '../../reports/rule-facts.ts';
import {
  everyVerdict,
  failingRule,
  redacted,
  sampleExchange,
  sampleFinding,
  sampleReport,
  sampleRule,
  sampleRules,
} from './sample-report.ts';

function metadataOf(record: RuleRecord, change: Partial<AllureContext> = {}): AllureMetadata {
  return buildAllureMetadata(record, {
    facts: factsOf(sampleRules, record),
    operation: { method: 'POST', path: '/oauth/client' },
    replay: replayContextOf(sampleReport()),
    ...change,
  });
}

describe('Allure metadata', () => {
  it('describes a violation', () => {
    expect(metadataOf(failingRule())).toMatchSnapshot();
  });

  it.each([
    ['pass', 'passed'],
    ['warn', 'passed'],
    ['note', 'passed'],
    ['known deviation', 'skipped'],
    ['not applicable', 'skipped'],
    ['fail', 'failed'],
    ['unexpected pass', 'failed'],
    ['broken', 'broken'],
  ])('makes of %s a test that %s', (verdict, status) => {
    const record = everyVerdict().find((candidate) => candidate.verdict === verdict) ?? sampleRule();
    const metadata = metadataOf(record);
    expect(metadata.outcome.status).toBe(status);
    expect(metadata.tags).toContain(verdict);
  });

  it('attaches the evidence of a warning', () => {
    expect(metadataOf(failingRule({ verdict: 'warn', level: 'SHOULD' })).evidence).toHaveLength(1);
  });

  it('marks a warning in its name, which does not identify it', () => {
    const [warning, pass] = [metadataOf(failingRule({ verdict: 'warn' })), metadataOf(sampleRule())];
    expect([warning.mark, pass.mark]).toEqual(['⚠ ', '']);
    expect([warning.historyId, warning.fullName]).toEqual([pass.historyId, pass.fullName]);
  });

  it('has one line for an error, equal on every operation', () => {
    const long = sampleFinding({ family: 'valid.other', path: 'valid.other/0/1:0', count: 3 });
    const other = failingRule({ operation: 'oauth_token_post', findings: [long] });
    const messages = [failingRule(), other].map((record) => metadataOf(record).outcome);
    const message = 'response.schema.valid: at /client_secret expected string, actual absent';
    expect(messages).toEqual([expect.objectContaining({ message }), expect.objectContaining({ message })]);
  });

  it('gives the reason for what was skipped', () => {
    const record = sampleRule({ verdict: 'known deviation', reason: 'since build 7' });
    expect(metadataOf(record).outcome).toEqual({
      status: 'skipped',
      message: 'known deviation: since build 7',
    });
  });

  it('is the same test under every seed', () => {
    const replay = { ...replayContextOf(sampleReport()), seed: 7 };
    const [first, second] = [metadataOf(failingRule()), metadataOf(sampleRule({ judged: 3 }), { replay })];
    expect(second.historyId).toBe(first.historyId);
  });

  it('is another test for another rule or operation', () => {
    const ids = [
      failingRule(),
      failingRule({ rule: 'response.status.documented' }),
      failingRule({ operation: 'session' }),
    ].map((record) => metadataOf(record).historyId);
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ['auth.credentials.required', 'MUST', 'blocker'],
    ['robustness.server-error.none', 'MUST', 'blocker'],
    ['client.read.equal', 'MUST', 'critical'],
    ['robustness.x.y', 'SHOULD', 'normal'],
    ['error.kind.own', 'MAY', 'minor'],
  ] as const)('takes %s (%s) for %s', (rule, level, severity) => {
    expect(metadataOf(failingRule({ rule, level })).severity).toBe(severity);
  });

  it('keeps a broken test broken where its reason speaks of assertions', () => {
    const record = sampleRule({ verdict: 'broken', reason: 'no SAML Assertion came' });
    const { outcome } = metadataOf(record);
    const message = outcome.status === 'broken' ? outcome.message : '';
    expect(message).toContain('SAML');
    expect(getStatusFromError(new Error(message))).toBe('broken');
  });

  it('attaches all steps of a case in order', () => {
    const exchanges = [sampleExchange({ step: 'register' }), sampleExchange({ step: 'main' })];
    const [evidence] = metadataOf(failingRule({ findings: [sampleFinding({ exchanges })] })).evidence;
    expect(evidence?.attachments.map(({ name }) => name)).toEqual([
      '1 register (oauth_client_post)',
      '2 main (oauth_client_post)',
      'see it again',
    ]);
  });

  it('groups sequences by themselves', () => {
    const metadata = metadataOf(sampleRule({ operation: 'session', rule: 'code.use.once' }), {
      operation: null,
    });
    expect(metadata).toMatchObject({ feature: 'sessions', story: 'code' });
  });

  it('is plain JSON without control characters', () => {
    const hostile = redacted('\u001b[2J\u0007');
    const exchange = sampleExchange({ request: hostile, response: hostile, curl: hostile, step: hostile });
    const finding = sampleFinding({ at: hostile, expected: hostile, actual: hostile, exchanges: [exchange] });
    const metadata = metadataOf(failingRule({ findings: [finding], reason: hostile }));
    expect(JSON.parse(JSON.stringify(metadata))).toEqual(metadata);
    expect(JSON.stringify(metadata)).not.toContain('\\u001b');
  });
});
