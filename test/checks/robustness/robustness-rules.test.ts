import { answerInTime } from '../../../checks/robustness/answer-in-time.ts';
import { answerSingle } from '../../../checks/robustness/answer-single.ts';
import { answerWhole } from '../../../checks/robustness/answer-whole.ts';
import { connectionKept } from '../../../checks/robustness/connection-kept.ts';
import { serverErrorNone } from '../../../checks/robustness/server-error-none.ts';
import type { AttemptRule } from '../../../checks/rule.ts';
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
