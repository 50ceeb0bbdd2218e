import { Buffer } from 'node:buffer';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { hardInputPrompt } from '../../../checks/robustness/hard-input.ts';
import type { OperationRecord } from '../../../checks/verdict.ts';
import type { Exchange } from '../../../driver/exchange.ts';
import type { Family } from '../../../generators/family.ts';
import { hardInputFamilies } from '../../../generators/session/hard-input-families.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract } from '../../../spec/operation.ts';
import { runSuite } from '../../../suites/engine/run-suite.ts';
import { exchangeOf, fakeWire } from './fake-suite.ts';

const timeoutMs = 10_000;
let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

type Sent = Exchange['request'];

const families: readonly Family[] = hardInputFamilies().filter(({ name }) =>
  ['hard-input.registration', 'hard-input.list', 'hard-input.callback'].includes(name),
);

/** Drives a target whose answers take a time that depends on the request. Too long is no answer. */
async function drive(
  durationOf: (sent: Sent, number: number) => number,
  runs = 9,
): Promise<{ readonly record: OperationRecord; readonly sent: readonly Sent[] }> {
  let number = 0;
  const wire = fakeWire((sent): Exchange => {
    const durationMs = durationOf(sent, (number += 1));
    if (durationMs < timeoutMs) return { ...exchangeOf(sent, 400), durationMs };
    const failure = { kind: 'hang', message: 'no answer' } as const;
    return { request: sent, response: null, failure, durationMs: timeoutMs };
  });
  const record = await runSuite(
    {
      ...{ suite: 'session', contract, families, rules: [hardInputPrompt], seed: 1, runs, concurrency: 8 },
      ...{ deadline: null, replay: null, shrinkBudget: { each: 40, all: 40 } },
      isInterrupted: () => false,
      onProgress: () => undefined,
    },
    wire,
  );
  return { record, sent: wire.sent };
}

function bodyOf({ body }: Sent): string {
  return body === null ? '' : Buffer.from(body).toString();
}

const ordinaryMs = 5;
const colonsMs =
  (ms: number) =>
  (sent: Sent): number =>
    bodyOf(sent).includes(':'.repeat(24)) ? ms : ordinaryMs;

describe('text that is hard to parse', () => {
  it('is told with what was sent, how long that took, and what is usual', async () => {
    const { record } = await drive(colonsMs(3000));
    const [rule] = record.rules;
    expect(rule).toMatchObject({ verdict: 'warn' });
    const tried = rule?.findings.map(({ actual, isReproduced }) => [actual, isReproduced]) ?? [];
    expect(tried.length).toBeGreaterThan(0);
    for (const one of tried) expect(one).toEqual(['3000 ms (usual: 5.0 ms)', true]);
    // Shrunk to the usual request, an easier text, and the one that takes long, which is sent twice.
    expect(rule?.findings[0]?.exchanges).toHaveLength(4);
    expect(rule?.findings[0]?.at).toMatch(/^duration of hard-redirect-uris-open-bracket/);
  });

  it('ends its case where it takes long', async () => {
    const { sent } = await drive(() => 1500, 3);
    // The usual request alone: what follows could tell nothing.
    expect(sent).toHaveLength(3);
  });

  it('is sent no more after a few requests that were never answered', async () => {
    const { record } = await drive((sent) =>
      sent.path.length > 1000 || bodyOf(sent).length > 1000 ? timeoutMs : 5,
    );
    expect(record.cases.valid).toBe(3);
    expect(record.rules[0]?.findings.map(({ actual }) => actual)).toContain(
      'no answer within 10000 ms (usual: 5.0 ms)',
    );
  });

  it.each([
    ['the next request', 1, [true]],
    ['everything that follows', Infinity, []],
  ])('that keeps the target busy for %s is a finding if it hangs once more', async (_, busy, found) => {
    let left = 0;
    const { record } = await drive((sent) => {
      if (left > 0) return ((left -= 1), timeoutMs);
      if (bodyOf(sent).includes(':'.repeat(24))) left = busy;
      return left > 0 ? timeoutMs : ordinaryMs;
    });
    const [rule] = record.rules;
    expect(rule?.findings.map(({ isReproduced }) => isReproduced)).toEqual(found);
  });
});

describe('a lawful target', () => {
  it.each<readonly [string, (sent: Sent, number: number) => number]>([
    ['is slow for everything', () => 2000],
    ['is slow for everything below the patience of a case', () => 900],
    ['is slow for every third request', (_, number) => (number % 3 === 0 ? 900 : 300)],
    ['takes longer for longer requests', (sent) => 2 + bodyOf(sent).length / 40],
    ['is slow by chance for one request', (_, number) => (number === 11 ? 5000 : 3)],
    ['is slow at times', (_, number) => (number % 17 === 0 ? 1500 : 3)],
  ])('is not accused where it %s', async (_, durationOf) => {
    const { record } = await drive(durationOf);
    const [rule] = record.rules;
    expect(rule?.findings).toEqual([]);
    // A target that is so slow for everything is not judged.
    expect(['pass', 'not applicable']).toContain(rule?.verdict);
  });
});
