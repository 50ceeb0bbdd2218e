import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Rule } from '../../../checks/rule.ts';
import type { OperationRecord } from '../../../checks/verdict.ts';
import type { Family } from '../../../generators/family.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract } from '../../../spec/operation.ts';
import type { Wire } from '../../../suites/engine/wire.ts';
import { runSuite } from '../../../suites/engine/run-suite.ts';
import type { SuitePlan } from '../../../suites/engine/suite-run.ts';
import { caseOf, exchangeOf, fakeWire, request, step, textFamily, unclassified } from './fake-suite.ts';

const isShort: Rule = {
  ...unclassified,
  id: 'test.path.short',
  level: 'MUST',
  source: { document: 'project', section: 'test' },
  claim: 'answers 200',
  operations: 'all',
  on: 'answer',
  appliesTo: () => true,
  judge: ({ response }) =>
    response.status === 200 ? [] : [{ at: 'status', expected: '200', actual: String(response.status) }],
};

/** Answers 404 to long paths: a defect that shrinks to a path of exactly the length that shows it. */
const strictAboutLength = (): Wire & { readonly sent: unknown[] } =>
  fakeWire((sent) => exchangeOf(sent, decodeURIComponent(sent.path).length > '/v3/'.length + 9 ? 404 : 200));

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

function run(wire: Wire, facts: Partial<SuitePlan> = {}): Promise<OperationRecord> {
  return runSuite(
    {
      suite: 'oauth_idp_login_get',
      contract,
      families: [textFamily('valid.text')],
      rules: [isShort],
      seed: 1,
      runs: 100,
      concurrency: 8,
      deadline: null,
      replay: null,
      shrinkBudget: { each: 500, all: 1000 },
      isInterrupted: () => false,
      onProgress: () => undefined,
      ...facts,
    },
    wire,
  );
}

describe('a suite', () => {
  it('passes where nothing violates its rules', async () => {
    const record = await run(fakeWire((sent) => exchangeOf(sent, 200)));
    expect(record.rules).toMatchObject([{ verdict: 'pass', judged: 100, violated: 0, findings: [] }]);
    expect(record).toMatchObject({ cases: { valid: 100, broken: 0 }, requests: 100, broken: null });
  });

  it('reports the smallest case of a defect, and its replay shows the same', async () => {
    const [rule] = (await run(strictAboutLength())).rules;
    const [finding] = rule?.findings ?? [];
    expect(rule).toMatchObject({ verdict: 'fail', judged: 100 });
    expect(finding).toMatchObject({ at: 'status', isReproduced: true, count: rule?.violated });
    const [, shown = ''] = /GET \/v3\/(\S*)/.exec(finding?.exchanges[0]?.request ?? '') ?? [];
    expect(decodeURIComponent(shown)).toHaveLength(10);
    const again = await run(strictAboutLength(), { replay: finding?.path ?? '' });
    expect(again.rules).toMatchObject([{ verdict: 'fail', judged: 1 }]);
    expect(again.rules[0]?.findings[0]?.exchanges[0]?.request).toBe(finding?.exchanges[0]?.request);
  });

  it.each([
    ['SHOULD', 'warn'],
    ['MAY', 'note'],
  ] as const)('makes a violated %s a %s', async (level, verdict) => {
    const record = await run(strictAboutLength(), { rules: [{ ...isShort, level }] });
    expect(record.rules).toMatchObject([{ verdict }]);
  });

  it('tells two secrets apart that read alike when they are hidden', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 200));
    const { password } = wire.target;
    const violation = { at: '', expected: `"${password}"`, actual: `"${password}"` };
    const record = await run(wire, { rules: [{ ...isShort, on: 'answer', judge: () => [violation] }] });
    const [finding] = record.rules[0]?.findings ?? [];
    expect(finding?.expected).not.toContain(password);
    expect(finding?.actual).toBe(`another ${finding?.expected ?? ''}`);
  });

  it('sends the same cases and finds the same whatever is in flight', async () => {
    const [one, many] = await Promise.all([
      run(strictAboutLength(), { concurrency: 1 }),
      run(strictAboutLength(), { concurrency: 32 }),
    ]);
    expect(one.caseHash).toBe(many.caseHash);
    expect(one.rules[0]?.findings[0]?.path).toBe(many.rules[0]?.findings[0]?.path);
    expect((await run(strictAboutLength(), { seed: 2 })).caseHash).not.toBe(one.caseHash);
  });

  it('is broken, never green, where no case could be set up', async () => {
    const register = step({
      name: 'register',
      role: 'setup',
      captures: [{ slot: 'client.id', from: 'body', pointer: '/client_id' }],
    });
    const main = step({ name: 'main', role: 'main', request: request([{ slot: 'client.id' }]) });
    const family: Family = { ...textFamily('valid.set-up'), cases: fc.constant(caseOf([register, main])) };
    const record = await run(
      fakeWire((sent) => exchangeOf(sent, 500)),
      { families: [family], runs: 5 },
    );
    expect(record.rules).toMatchObject([{ verdict: 'broken', judged: 0 }]);
    expect(record.rules[0]?.reason).toContain('register answered 500');
  });

  it('says that nothing met a rule, and does not pass it', async () => {
    const record = await run(strictAboutLength(), { rules: [{ ...isShort, appliesTo: () => false }] });
    expect(record.rules).toMatchObject([{ verdict: 'not applicable', judged: 0 }]);
  });

  it('ends soon where the target is gone, with what it has judged', async () => {
    let answers = 0;
    const wire = fakeWire((sent) => {
      answers += 1;
      if (answers <= 20) return exchangeOf(sent, 200);
      return {
        request: sent,
        response: null,
        failure: { kind: 'hang', message: 'no answer' },
        durationMs: 1,
      };
    });
    const record = await run(wire);
    expect(record.broken).toContain('the target stopped answering');
    expect(record.rules).toMatchObject([{ verdict: 'pass', judged: 20 }]);
    expect(record.requests).toBeLessThan(80);
  });

  it('holds no silence against a target that is gone, and does against one that answers other requests', async () => {
    const inTime: Rule = {
      ...isShort,
      id: 'test.answer.in-time',
      on: 'attempt',
      appliesTo: () => true,
      judge: ({ exchange: { failure } }) =>
        failure === null ? [] : [{ at: 'status', expected: 'an answer', actual: failure.kind }],
    };
    const silent = (isGone: boolean): Wire =>
      fakeWire((sent) =>
        !isGone && sent.path.endsWith('/oauth/client/list')
          ? exchangeOf(sent, 200)
          : { request: sent, response: null, failure: { kind: 'hang', message: 'hang' }, durationMs: 1 },
      );
    const gone = await run(silent(true), { rules: [inTime] });
    expect(gone.rules).toMatchObject([{ findings: [] }]);
    expect(gone.flaky).toHaveLength(1);
    const there = await run(silent(false), { rules: [inTime] });
    expect(there.rules).toMatchObject([{ verdict: 'fail', findings: [{ isReproduced: true }] }]);
    expect([gone.broken, there.broken]).toEqual(Array(2).fill('the target stopped answering: hang'));
  });

  it('is broken, never green, where every valid request is turned away', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 429, {}, { 'retry-after': '0' }));
    const record = await run(wire, { rules: [{ ...isShort, appliesTo: () => false }], runs: 5 });
    expect(record.broken).toBe('the target turned all 5 valid requests away with 429 or 503');
  });

  it('sends nothing more for the sake of its findings when the time is up', async () => {
    let now = 0;
    const wire = fakeWire((sent) => {
      now += 1;
      return exchangeOf(sent, 404);
    });
    const record = await run(wire, { isInterrupted: () => now > 100 });
    expect(record.requests).toBeLessThan(120);
    expect(record.rules).toMatchObject([{ verdict: 'fail' }]);
  });

  it('stops between cases when it is interrupted', async () => {
    let asked = 0;
    const record = await run(strictAboutLength(), { isInterrupted: () => (asked += 1) > 30, concurrency: 1 });
    expect(record.cases.valid).toBeLessThan(100);
    expect(record.broken).toBe('interrupted');
  });
});
