import type { Comparison, DifferenceRecord, SuiteComparison } from '../../fidelity/comparison.ts';
import { checkoutInvocation } from '../../reports/replay-command.ts';
import { redacted, sampleExchange } from './sample-report.ts';

export function sampleDifference(change: Partial<DifferenceRecord> = {}): DifferenceRecord {
  return {
    ...{ operation: 'oauth_client_post', class: 'too lax', level: 'validation', odd: 'B' },
    ...{ facet: 'outcome', step: 'main', at: 'status', a: redacted('400'), b: redacted('200') },
    ...{ rules: ['request.invalid.refused'], families: ['broken.body.null'], count: 3 },
    ...{ isCounted: true, isSeenAgain: true, path: 'broken.body.null@0@1:0', shrinks: 1 },
    exchanges: { a: [sampleExchange()], b: [sampleExchange({ response: redacted('HTTP/1.1 400') })] },
    here: change.rules ?? ['request.invalid.refused'],
    ...change,
  };
}

export function sampleSuite(change: Partial<SuiteComparison> = {}): SuiteComparison {
  return {
    operation: 'oauth_client_post',
    kinds: [
      { family: 'valid.domain', compared: 10, alike: 10, likeness: 1, leftOut: 0 },
      { family: 'broken.body.null', compared: 4, alike: 1, likeness: 0.25, leftOut: 0 },
    ],
    differences: [sampleDifference()],
    ...{
      shared: [],
      together: {},
      whims: 0,
      requests: { a: 20, b: 21 },
      residue: { a: nothingLeft, b: nothingLeft },
    },
    broken: null,
    ...change,
  };
}

export function sampleComparison(change: Partial<Comparison> = {}): Comparison {
  return {
    tool: { name: 'prism-oauth-conformance', version: '0.1.0' },
    contract: { title: 'Nutanix Intentful API', version: '3.1.0', sha256: 'ab'.repeat(32) },
    targets: { a: 'https://pc.example:9440', b: 'http://127.0.0.1:4010' },
    ...{ invocation: checkoutInvocation, carriedArguments: ['--ca', 'my ca.pem'], seed: 42, runs: 200 },
    ...{ startedAt: '2026-11-27T08:00:00.000Z', durationMs: 3210, level: 'OAuth' },
    suites: [sampleSuite(), sampleSuite({ operation: 'oauth_token_post', ...noDifference })],
    residue: { a: nothingLeft, b: nothingLeft },
    isInterrupted: false,
    ...change,
  };
}

/** The residue when two clients were created and both removed. */
export const nothingLeft = { created: 2, removed: 2, left: [] };

/** The comparison of a suite on two identical targets. */
export const noDifference = {
  kinds: [{ family: 'valid.domain', compared: 3, alike: 3, likeness: 1, leftOut: 0 }],
  differences: [],
} as const;
