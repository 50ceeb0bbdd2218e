import { describe, expect, it } from '@jest/globals';
import type { RuleRecord } from '../../../checks/verdict.ts';
import { leadingFinding } from '../../../reports/failure-text.ts';
import type { Contract } from '../../../spec/operation.ts';
import { caseOf, exchangeOf, fakeWire, isOk, request, step, textFamily } from './fake-suite.ts';
import { runSuite } from '../../../suites/engine/run-suite.ts';

/** Drives ten cases of each family, which sends its name, and returns the record of the rule. */
async function drive(
  families: readonly string[],
  statusOf: (family: string, times: number) => number,
): Promise<RuleRecord | undefined> {
  const times = new Map<string, number>();
  const { rules } = await runSuite(
    {
      suite: 'oauth_idp_login_get',
      contract: { operations: {} } as unknown as Contract,
      families: families.map((name) => ({
        ...textFamily(name, { enough: 10 }),
        cases: textFamily(name).cases.map(() =>
          caseOf([step({ name: 'main', role: 'main', request: request([name], 'POST') })], name),
        ),
      })),
      rules: [isOk],
      seed: 1,
      runs: 10 * families.length,
      concurrency: 4,
      deadline: null,
      replay: null,
      shrinkBudget: { each: 20, all: 60 },
      isInterrupted: () => false,
      onProgress: () => undefined,
    },
    fakeWire((sent) => {
      const family = sent.path.split('/').at(-1) ?? '';
      const count = (times.get(family) ?? 0) + 1;
      times.set(family, count);
      return exchangeOf(sent, statusOf(family, count));
    }),
  );
  return rules[0];
}

describe('findings of several families', () => {
  it('are kept apart: what always happens does not hide behind what happened once', async () => {
    const record = await drive(['a.race', 'b.steady'], (family, times) =>
      family === 'b.steady' || times === 1 ? 500 : 200,
    );
    expect(record?.findings).toMatchObject([
      { family: 'a.race', count: 1, isReproduced: false },
      { family: 'b.steady', count: 10, isReproduced: true },
    ]);
    expect(record?.families).toEqual([
      { family: 'b.steady', count: 10 },
      { family: 'a.race', count: 1 },
    ]);
    expect(record === undefined ? null : leadingFinding(record)?.family).toBe('b.steady');
  });

  it('are all named with their counts, also those that are not examined', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `evasion.number-${index + 10}`);
    const record = await drive(names, (family) => (family === 'evasion.number-29' ? 200 : 500));
    expect(record?.families).toEqual(names.slice(0, 19).map((family) => ({ family, count: 10 })));
    expect(record?.findings.map(({ isReproduced }) => isReproduced)).toEqual(Array(5).fill(true));
  });

  it('names the families of what a gateway may have done too', async () => {
    const record = await drive(['a.busy', 'b.busy'], () => 503);
    expect(record?.findings).toMatchObject([{ count: 20, isReproduced: true }]);
    expect(record?.families).toEqual([
      { family: 'a.busy', count: 10 },
      { family: 'b.busy', count: 10 },
    ]);
  });
});
