import { describe, expect, it } from '@jest/globals';
import type { OperationRecord } from '../../../../checks/verdict.ts';
import type { Rule } from '../../../../checks/rule.ts';
import type { Family } from '../../../../generators/family.ts';
import type { Contract } from '../../../../spec/operation.ts';
import { runSuite } from '../../../../suites/engine/run-suite.ts';
import { caseOf, exchangeOf, fakeWire, isOk, request, step, textFamily } from '../fake-suite.ts';

/** Sends one request, waits, and sends another one. */
function waiting(name: string): Family {
  const steps = [
    step({ name: 'register', role: 'setup', request: request([`before-${name}`], 'POST') }),
    step({ name: 'main', role: 'main', request: request([`late-${name}`], 'POST'), waitMs: 1000 }),
  ];
  const facts = { enough: 1, isPatient: true };
  return {
    ...textFamily(name, facts),
    cases: textFamily(name).cases.map(() => caseOf(steps, name)),
  };
}

const quick: Family = {
  ...textFamily('quick', { enough: 1 }),
  cases: textFamily('quick').cases.map(() =>
    caseOf([step({ name: 'main', role: 'main', request: request(['quick'], 'POST') })], 'quick'),
  ),
};

/** Drives a target that answers these paths with 404, judged by two rules that this violates. */
async function drive(isWrong: (path: string) => boolean): Promise<{
  readonly record: OperationRecord;
  readonly paths: readonly string[];
}> {
  const isOkToo: Rule = { ...isOk, id: 'test.status.ok-too' };
  const wire = fakeWire((sent) => exchangeOf(sent, isWrong(sent.path) ? 404 : 200));
  const record = await runSuite(
    {
      ...{ suite: 'oauth_idp_login_get', contract: { operations: {} } as unknown as Contract },
      ...{ families: [waiting('one'), waiting('other'), quick], rules: [isOk, isOkToo] },
      ...{ seed: 1, runs: 3, concurrency: 4, deadline: null, replay: null },
      ...{ shrinkBudget: { each: 20, all: 60 }, isInterrupted: () => false, onProgress: () => undefined },
    },
    wire,
  );
  return { record, paths: wire.sent.map(({ path }) => path.replace('/v3/', '')) };
}

describe('cases that wait', () => {
  it('are sent again once for all rules, all at the same time, and are not shrunk', async () => {
    const { record, paths } = await drive((path) => path.includes('late'));
    expect(record.rules).toMatchObject([{ verdict: 'fail' }, { verdict: 'fail' }]);
    for (const { findings } of record.rules)
      expect(findings).toMatchObject([{ isReproduced: true }, { isReproduced: true }]);
    // The second time, too, both begin before either has waited.
    const twice = ['before', 'before', 'late', 'late'];
    expect(paths.map((path) => path.split('-')[0])).toEqual([...twice.toSpliced(2, 0, 'quick'), ...twice]);
  });

  it('begin first, and leave it to others to show what these show too', async () => {
    const { record, paths } = await drive((path) => !path.includes('before'));
    expect(paths[0]).toMatch('before');
    const families = record.rules[0]?.findings.map(({ family }) => family) ?? [];
    expect(families[0]).toBe('quick');
    expect(families.toSorted()).toEqual(['one', 'other', 'quick']);
  });
});
