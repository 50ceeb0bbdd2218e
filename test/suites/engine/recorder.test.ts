import { describe, expect, it } from '@jest/globals';
import type { Answered, Attempt, Rule } from '../../../checks/rule.ts';
import type { BreakageKind } from '../../../generators/breakage-kind.ts';
import { breakageKinds } from '../../../generators/breakage-kind.ts';
import type { DrawnCase } from '../../../suites/engine/draw-cases.ts';
import { Recorder } from '../../../suites/engine/recorder.ts';
import { caseOf, exchangeOf, step, textFamily, unclassified } from './fake-suite.ts';

const facts = {
  ...unclassified,
  level: 'MUST',
  source: { document: 'contract', section: 'test' },
  claim: 'answers with 200',
  operations: 'all',
} as const;

const isOk: Rule = {
  ...facts,
  id: 'test.status.ok',
  on: 'answer',
  appliesTo: ({ response }) => response.status !== 404,
  judge: ({ response }) =>
    response.status === 200
      ? []
      : [{ at: `/list/${response.status}`, expected: '200', actual: String(response.status) }],
};

const answers: Rule = {
  ...facts,
  id: 'test.answer.given',
  on: 'attempt',
  appliesTo: () => true,
  judge: ({ exchange }) =>
    exchange.response === null ? [{ at: 'answer', expected: 'one', actual: 'none' }] : [],
};

const unique: Rule = {
  ...facts,
  id: 'test.value.unique',
  on: 'sample',
  collect: ({ response }) => [String(response.status)],
  judge: () => [],
};

function attempt(status: number | null): Attempt {
  const exchange = exchangeOf({ method: 'GET', path: '/', headers: [], body: null }, status ?? 0);
  const response = status === null ? null : exchange.response;
  const seen = {
    case: drawn().testCase,
    exchange: { ...exchange, response },
    exchanges: new Map(),
    response,
  };
  return seen as unknown as Answered;
}

function drawn(breakage: BreakageKind | null = null): DrawnCase {
  const testCase = {
    ...caseOf([step({ name: 'main', role: 'main' })]),
    breakage: breakage === null ? null : { kind: breakage, at: 'path' },
  };
  return { family: textFamily('f'), path: { family: 'f', chunk: 0, steps: [0] }, testCase };
}

describe('the recorder', () => {
  it('keeps of what may be transient the cases of each family that were drawn first, whenever they end', () => {
    const families = [textFamily('f'), textFamily('g')];
    const recorder = new Recorder([isOk], () => true);
    const cases = [7, 2, 9, 4, 3, 8, 1, 6, 5, 0].map((ordinal) => ({
      ordinal,
      one: { ...drawn(), family: families[ordinal % 2] ?? textFamily('f') },
    }));
    for (const { one, ordinal } of cases) recorder.record(attempt(503), one, ordinal);
    const [defect] = recorder.tallies[0]?.defects.values() ?? [];
    expect(defect?.witnesses.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2, 3, 4, 5]);
    const kept = (name: string): readonly unknown[] =>
      cases.filter(({ one, ordinal }) => one.family.name === name && ordinal < 6).map(({ one }) => one);
    expect(defect?.witnesses.map(({ drawn: one }) => one)).toEqual(
      expect.arrayContaining([...kept('f'), ...kept('g')]),
    );
  });

  it('asks what is conclusive to show again by no other answer of its case', () => {
    const conclusive: Rule = {
      ...isOk,
      judge: () => [{ at: '/client_id', expected: 'new', actual: 'known', isConclusive: true }],
    };
    const recorder = new Recorder([isOk, conclusive], () => true);
    recorder.record(attempt(503), drawn(), 0);
    expect(
      recorder.tallies.map(({ defects }) => [...defects.values()].map(({ isTransient }) => isTransient)),
    ).toEqual([[true], [false]]);
  });

  it('counts what a rule judged and what it was not asked about', () => {
    const recorder = new Recorder([isOk, answers, unique]);
    for (const [ordinal, status] of [200, 404, 500, null].entries()) {
      recorder.record(attempt(status), drawn(), ordinal);
    }
    const [ok, given, sample] = recorder.tallies;
    expect(ok).toMatchObject({ judged: 2, violated: 1 });
    expect(given).toMatchObject({ judged: 4, violated: 1 });
    expect(sample?.sample.values).toEqual(['200', '404', '500']);
  });

  it('takes violations at other indexes of one list for one defect', () => {
    const recorder = new Recorder([isOk]);
    recorder.record(attempt(500), drawn(), 0);
    recorder.record(attempt(501), drawn(), 1);
    expect([...(recorder.tallies[0]?.defects.values() ?? [])]).toMatchObject([{ count: 2, ordinal: 0 }]);
  });

  it('keeps the first case in drawing order, whichever was answered first', () => {
    const recorder = new Recorder([isOk]);
    for (const ordinal of [5, 2, 9]) recorder.record(attempt(500), drawn(), ordinal);
    expect([...(recorder.tallies[0]?.defects.values() ?? [])]).toMatchObject([{ count: 3, ordinal: 2 }]);
  });

  it('tells breakages apart only where the rule says that this matters', () => {
    const apart = new Recorder([isOk, { ...isOk, id: 'test.status.each', perBreakage: true }]);
    apart.record(attempt(500), drawn('body.empty'), 0);
    apart.record(attempt(500), drawn('body.absent'), 1);
    expect(apart.tallies.map(({ defects }) => defects.size)).toEqual([1, 2]);
  });

  it('keeps the same defects of many whatever the order they are met in', () => {
    const kinds: readonly BreakageKind[] = breakageKinds.slice(0, 40);
    const keysOf = (order: readonly BreakageKind[]): readonly string[] => {
      const recorder = new Recorder([{ ...isOk, perBreakage: true }]);
      for (const kind of order) recorder.record(attempt(500), drawn(kind), kinds.indexOf(kind));
      return [...(recorder.tallies[0]?.defects.keys() ?? [])].sort();
    };
    expect(keysOf(kinds)).toEqual(keysOf(kinds.toReversed()));
    expect(keysOf(kinds)).toHaveLength(12);
  });

  it('counts the cases of each defect whatever the order they are met in, though many come between', () => {
    const kinds: readonly BreakageKind[] = breakageKinds.slice(0, 40);
    const twice = kinds.flatMap((kind, ordinal) => [
      { kind, ordinal },
      { kind, ordinal: kinds.length + ordinal },
    ]);
    const countsOf = (order: typeof twice): ReadonlySet<number> => {
      const recorder = new Recorder([{ ...isOk, perBreakage: true }]);
      for (const { kind, ordinal } of order) recorder.record(attempt(500), drawn(kind), ordinal);
      return new Set([...(recorder.tallies[0]?.defects.values() ?? [])].map(({ count }) => count));
    };
    const byOrdinal = twice.toSorted((one, other) => one.ordinal - other.ordinal);
    expect(countsOf(byOrdinal)).toEqual(new Set([2]));
    expect(countsOf(byOrdinal.toReversed())).toEqual(new Set([2]));
  });
});

describe('a rule whose verdict is chance', () => {
  it('counts how often its cases looked, and how often they saw a violation', () => {
    const seldom: Rule = {
      ...facts,
      id: 'test.race.single',
      on: 'attempt',
      looks: () => 6,
      appliesTo: () => true,
      judge: ({ exchange }) =>
        exchange.response?.status === 200
          ? []
          : ['one', 'two'].map((actual) => ({ at: 'status', expected: 'none', actual })),
    };
    const recorder = new Recorder([seldom]);
    for (const [ordinal, status] of [200, 500, 200].entries())
      recorder.record(attempt(status), drawn(), ordinal);
    expect(recorder.tallies[0]).toMatchObject({ judged: 18, violated: 2 });
  });
});
