import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../../checks/catalogue.ts';
import {
  answerInTime,
  answerPrompt,
  answerSingle,
  answerWhole,
  connectionKept,
  serverErrorNone,
  withLatencyLimit,
} from '../../../checks/robustness/rules.ts';
import type { AttemptRule, Rule } from '../../../checks/rule.ts';
import type { Failure } from '../../../driver/exchange.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { refused } from '../samples.ts';

const failed = (failure: Failure['kind']): PlainAttempt => refused({ status: 200 }, { failure });
const unreached = {
  'a target that is gone': failed('refused'),
  'a name that is unknown': failed('unresolved'),
};

const rules: readonly (readonly [AttemptRule, readonly Failure['kind'][], Failure['kind']])[] = [
  [answerInTime, ['hang'], 'reset'],
  [connectionKept, ['reset'], 'hang'],
  [answerWhole, ['short-body', 'malformed'], 'reset'],
];
for (const [rule, kinds, other] of rules) {
  describeRule(rule, {
    passes: { 'an answer': refused({ status: 400 }), 'another failure': failed(other) },
    violates: Object.fromEntries(kinds.map((kind) => [kind, [failed(kind), 'status'] as const])),
    passesOver: { ...unreached, 'a failing handshake': failed('tls') },
  });
}

describeRule(answerSingle, {
  passes: { 'one answer': refused({ status: 400 }), 'no answer': failed('reset') },
  violates: {
    'a second answer': [refused({ status: 400 }, { unsolicited: 'after' }), ''],
    'a second answer that was told too late': [refused({ status: 400 }, { unsolicited: 'before' }), 'status'],
    'a second answer on the way to a failure': [{ ...failed('hang'), unsolicited: 'before' }, 'status'],
  },
  passesOver: unreached,
});

describeRule(serverErrorNone, {
  passes: {
    'a 4xx': refused({ status: 400 }),
    'a 501 to a method that few know': refused({ status: 501 }, { method: 'PROPFIND', aspect: 'method' }),
  },
  violates: {
    'a 500': [refused({ status: 500, body: 'Internal Server Error' }), 'status'],
    'a 502': [refused({ status: 502 }), 'status'],
    'a 503 without Retry-After': [refused({ status: 503 }), 'status'],
    'a 501 to GET': [refused({ status: 501 }, { method: 'GET', aspect: 'method' }), 'status'],
  },
  passesOver: {
    'load that is shed': refused({ status: 503, headers: { 'retry-after': '2' } }),
    'a limited rate': refused({ status: 429 }),
  },
});

const endless = { status: 200, body: '{"entities":[', isCut: true };
describeRule(answerWhole, {
  passes: {
    'a list of more clients than are read': refused(endless, { operation: 'oauth_client_list_post' }),
    'a long answer': refused({ ...endless, isCut: false }),
  },
  violates: { 'a body without end': [refused(endless), ''] },
  passesOver: unreached,
});

const durations = (fast: number, slow: number): readonly string[] => [
  ...Array.from({ length: fast }, () => '20'),
  ...Array.from({ length: slow }, () => '2500'),
];

const judge = (rule: Rule | undefined, values: readonly string[]): readonly string[] | undefined =>
  rule?.on === 'sample' ? rule.judge(values).map(({ actual }) => actual) : undefined;

describe('robustness.answer.prompt', () => {
  it('is violated where more than one answer in twenty takes longer than two seconds', () => {
    expect(judge(answerPrompt, durations(94, 6))).toEqual(['p95 2500 ms, slowest 2500 ms']);
  });

  it.each([
    ['one in twenty', durations(95, 5)],
    ['a single one, with others', durations(40, 1)],
    ['none', durations(1, 0)],
  ])('has nothing against %s', (_, values) => {
    expect(judge(answerPrompt, values)).toEqual([]);
  });

  it('takes the limit of a run, and leaves other rules alone', () => {
    const rules = rulesOf('oauth_client_post');
    const limited = withLatencyLimit(rules, 10);
    const changed = limited.filter((rule, index) => rule !== rules[index]);
    expect(changed.map(({ id }) => id)).toEqual(['robustness.answer.prompt']);
    expect(judge(changed[0], durations(10, 0))).toEqual(['p95 20 ms, slowest 20 ms']);
  });
});
