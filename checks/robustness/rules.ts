import { hardInputPrompt, hardInputWithin } from './hard-input.ts';
import { failedAs, isThrottled, reachedTarget } from '../read/answer-kind.ts';
import { isUncommonMethod } from '../read/operations.ts';
import type { AnswerRule, Attempt, AttemptRule, Rule, SampleRule, Violation } from '../rule.ts';
import { usualLimitMs } from './usual-limit.ts';

/** The run's timeout sets the limit. */
export const answerInTime: AttemptRule = {
  on: 'attempt',
  id: 'robustness.answer.in-time',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'no answer',
  needs: [],
  source: { document: 'project', section: 'robustness' },
  claim: 'answers every request in time',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: (attempt) => failedAs(attempt, ['hang']),
};

/** One answer in twenty may be delayed by garbage collection or a cold cache. */
const share = 0.95;

/** The rule with the given limit in milliseconds. */
function answerWithin(limitMs: number): SampleRule {
  return {
    on: 'sample',
    id: 'robustness.answer.prompt',
    level: 'SHOULD',
    mockLevel: 'shape',
    differenceClass: 'no answer',
    needs: [],
    source: { document: 'project', section: 'robustness' },
    claim: 'gives 95 % of its answers within the limit of time',
    operations: 'all',
    isPublic: true,
    collect: ({ exchange }) => [String(Math.ceil(exchange.durationMs))],
    isTelling: (duration) => Number(duration) > limitMs,
    judge: (durations) => {
      const sorted = durations.map(Number).sort((one, other) => one - other);
      const slow = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
      const [slowest = 0] = sorted.slice(-1);
      if (slow <= limitMs) return [];
      const actual = `p95 ${slow} ms, slowest ${slowest} ms`;
      return [{ at: 'duration', expected: `95 % of answers within ${limitMs} ms`, actual }];
    },
  };
}

/** Judges how long an operation takes to answer. Requests that are never answered violate another rule. */
export const answerPrompt = answerWithin(usualLimitMs);

/** The rules of a run that sets its own limit. */
export function withLatencyLimit(rules: readonly Rule[], limitMs: number): readonly Rule[] {
  return rules.map((rule) => {
    if (rule === answerPrompt) return answerWithin(limitMs);
    return rule === hardInputPrompt ? hardInputWithin(limitMs) : rule;
  });
}

/** A server may close a connection after it has answered, but not instead of answering. */
export const connectionKept: AttemptRule = {
  on: 'attempt',
  id: 'robustness.connection.kept',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'no answer',
  needs: [],
  source: { document: 'project', section: 'robustness' },
  claim: 'answers a request before it closes the connection',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: (attempt) => failedAs(attempt, ['reset']),
};

/** As long as its Content-Length or last chunk says, and valid HTTP syntax. */
export const answerWhole: AttemptRule = {
  on: 'attempt',
  id: 'robustness.answer.whole',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'no answer',
  needs: [],
  source: { document: 'RFC 9110', section: '2.2' },
  claim: 'answers with a whole and well-formed message',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: (attempt) => [...failedAs(attempt, ['short-body', 'malformed']), ...withoutEnd(attempt)],
};

/** A list grows with the number of clients. Any other body that does not end is not an answer. */
function withoutEnd({ operation, exchange: { response } }: Attempt): readonly Violation[] {
  return response?.isCut === true && operation.id !== 'oauth_client_list_post'
    ? [{ at: '', expected: 'a body that ends', actual: 'more than is read of any answer' }]
    : [];
}

/**
 * A 501 to a method that a server need not implement, or that it lacks (`method.head.supported`), and a 503 with
 * Retry-After, are not server errors.
 */
export const serverErrorNone: AnswerRule = {
  on: 'answer',
  id: 'robustness.server-error.none',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'project', section: 'robustness' },
  claim: 'answers no request with a server error',
  operations: 'all',
  perBreakage: true,
  appliesTo: ({ response }) => !isThrottled(response),
  judge: ({ exchange: { request }, response: { status } }) =>
    status < 500 || (status === 501 && (isUncommonMethod(request.method) || request.method === 'HEAD'))
      ? []
      : [{ at: 'status', expected: 'no 5xx', actual: String(status) }],
};

/**
 * Answers are matched to requests by order alone. A second answer, or bytes beyond the declared length, would be taken
 * for the answer to the next request, which may be another user's. Empty lines and the 408 that closes an idle
 * connection are allowed.
 */
export const answerSingle: AttemptRule = {
  on: 'attempt',
  id: 'robustness.answer.single',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'no answer',
  needs: [],
  source: { document: 'RFC 9112', section: '9.2' },
  claim: 'sends one answer to a request, and nothing after it',
  operations: 'all',
  perBreakage: true,
  appliesTo: reachedTarget,
  judge: ({ exchange: { unsolicited } }) => (unsolicited === undefined ? [] : [violations[unsolicited]]),
};

// Two different places, so that a violation reported too late does not hide one that reproduces when its case is sent
// again.
const violations = {
  after: {
    at: '',
    expected: 'nothing after the answer',
    actual: 'more on the connection, which no request asked for',
  },
  before: {
    at: 'status',
    expected: 'nothing between two answers',
    actual: 'more on the connection after an earlier answer, as a rule to another case',
  },
} as const;

export const robustnessRules: readonly Rule[] = [
  answerInTime,
  answerPrompt,
  hardInputPrompt,
  connectionKept,
  answerSingle,
  answerWhole,
  serverErrorNone,
];
