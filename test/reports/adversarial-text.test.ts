import { describe, expect, it } from '@jest/globals';
import { Buffer } from 'node:buffer';
import type { RuleRecord } from '../../checks/verdict.ts';
import { Answer } from '../../driver/answer.ts';
import { redactBody, redactHeader } from '../../driver/secrets/redact-fields.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { buildAllureMetadata } from '../../reports/allure-metadata.ts';
import { buildCodeQuality } from '../../reports/ci/code-quality.ts';
import { githubAnnotations } from '../../reports/ci/github-annotations.ts';
import { markdownReport } from '../../reports/ci/markdown.ts';
import { buildSarif } from '../../reports/ci/sarif.ts';
import { buildComparisonFile } from '../../reports/comparison-file.ts';
import { comparisonPage } from '../../reports/comparison-page.ts';
import { comparisonSummary } from '../../reports/comparison-summary.ts';
import { failureText } from '../../reports/failure-text.ts';
import { fingerprintOf } from '../../reports/fingerprint.ts';
import { buildJunit } from '../../reports/junit.ts';
import { plain } from '../../reports/printable.ts';
import { replayContextOf } from '../../reports/replay-command.ts';
import { buildResult } from '../../reports/result-file.ts';
import { factsOf } from '../../reports/rule-facts.ts';
import { stripAnalytics } from '../../reports/allure/strip-analytics.ts';
import { terminalEnd, terminalSummary } from '../../reports/terminal-summary.ts';
import { answerFacts } from '../../traces/behaviour-ledger/answer-facts.ts';
import { Disguise } from '../../traces/disguise.ts';
import { changeSecretValues, SecretHider } from '../../traces/secret-hider.ts';
import { adversarialTexts } from '../checks/adversarial-texts.ts';
import { slowOnes } from '../checks/cpu-time.ts';
import { sampleComparison, sampleDifference, sampleSuite } from './sample-comparison.ts';
import {
  everyVerdict,
  redacted,
  sampleExchange,
  sampleFinding,
  sampleOperation,
  sampleReport,
  sampleRules,
} from './sample-report.ts';
import { Redactor } from '../../driver/secrets/redactor.ts';

/** A failure, and a rule that could not be judged, with the text in every place that a target can influence. */
function recordsWith(text: string): readonly RuleRecord[] {
  const exchange = sampleExchange({ request: redacted(text), response: redacted(text) });
  const finding = sampleFinding({
    at: `/details/${text}`,
    ...{ expected: redacted(text), actual: redacted(text), exchanges: [exchange] },
  });
  const told = everyVerdict().filter(({ verdict }) => verdict === 'fail' || verdict === 'broken');
  return told.map((record) => ({
    ...record,
    findings: record.findings.map(() => finding),
    reason: record.reason === null ? null : redacted(text),
  }));
}

const contractFile = { path: 'spec/openapi.yaml', lines: new Map<string, number>() };

/** Every report of a run, by name. */
function reportsOf(text: string): Readonly<Record<string, () => unknown>> {
  const rules = recordsWith(text);
  const report = sampleReport({
    target: { url: 'https://pc.example', isEmbedded: false, profile: 'default', build: redacted(text) },
    records: [
      sampleOperation({ rules, dialects: { [text]: 1 }, residue: { created: 1, removed: 0, left: [text] } }),
    ],
  });
  const replay = replayContextOf(report);
  const operation = { method: 'POST', path: '/oauth/client' };
  return {
    'the result file': () => JSON.stringify(buildResult(report), null, 2),
    JUnit: () => buildJunit(report),
    Markdown: () => markdownReport(report, { strict: false }),
    'annotations for GitHub': () => githubAnnotations(report),
    'the Code Quality report': () => buildCodeQuality(report, contractFile),
    SARIF: () => buildSarif(report, contractFile),
    'the terminal summary': () =>
      terminalSummary(report, {
        strict: false,
        hasFindings: true,
        width: 100,
        paint: plain,
        summaryFile: null,
      }),
    'the end of the terminal summary': () =>
      terminalEnd(report, { strict: false, paint: plain, reportFile: null }),
    'failure texts': () => rules.map((rule) => failureText(rule, factsOf(sampleRules, rule), replay)),
    'Allure metadata': () =>
      rules.map((rule) =>
        buildAllureMetadata(rule, { facts: factsOf(sampleRules, rule), operation, replay }),
      ),
    fingerprints: () => rules.map(fingerprintOf),
  };
}

function comparisonsOf(text: string): Readonly<Record<string, () => unknown>> {
  const exchanges = [sampleExchange({ request: redacted(text), response: redacted(text) })];
  const difference = sampleDifference({
    ...{ at: text, a: redacted(text), b: redacted(text), exchanges: { a: exchanges, b: exchanges } },
  });
  const comparison = sampleComparison({ suites: [sampleSuite({ differences: [difference] })] });
  return {
    'the comparison file': () => JSON.stringify(buildComparisonFile(comparison, null)),
    'the comparison page': () => comparisonPage(comparison),
    'the comparison summary': () =>
      comparisonSummary(comparison, { paint: plain, reportFile: null, gate: null }),
  };
}

/** Everything that stores parts of an answer: a trace, a behaviour ledger, the page. */
function recordsOf(text: string): Readonly<Record<string, () => unknown>> {
  const headers = ['location', text, 'set-cookie', text, 'www-authenticate', text].map((part) =>
    Buffer.from(part),
  );
  const body = Buffer.from(JSON.stringify({ message_list: [{ reason: text, message: text }], [text]: 1 }));
  const exchange: Exchange = {
    request: { method: 'POST', path: '/oauth/client', headers: [], body: null },
    response: new Answer(400, headers, body, false),
    failure: null,
    durationMs: 1,
  };
  const hider = new SecretHider(new Disguise('a key'), new Map([['nutanix/4u', 'recorded-password']]));
  return {
    'fields without their secrets': () => [
      redactBody(text),
      ...['set-cookie', 'cookie', 'authorization', 'location'].map((name) => redactHeader(name, text)),
    ],
    'fields in disguise': () => changeSecretValues(text, (_name, raw) => raw),
    'a trace': () => hider.hide(text, ['S-9f2k-LmQp-77Xz']),
    'a behaviour ledger': () => answerFacts(exchange, new Redactor({ secrets: ['nutanix/4u'] })),
    'a page': () => {
      try {
        return stripAnalytics(`<html><script>${text}</script>${text}<link href="${text}`);
      } catch {
        return null;
      }
    },
  };
}

describe('256 KiB of a text that is made to be slow', () => {
  it.each([
    ['the reports of a run', reportsOf],
    ['the reports of a comparison', comparisonsOf],
    ['what is kept of answers', recordsOf],
  ])(
    'goes into %s within a second of CPU for each',
    (_name, writersOf) => {
      const slow = adversarialTexts.flatMap(([name, text]) =>
        Object.entries(writersOf(text)).flatMap(([writer, write]) =>
          slowOnes(`${writer} with ${name}`, write),
        ),
      );
      expect(slow).toEqual([]);
    },
    120_000,
  );
});
