import { Buffer } from 'node:buffer';
import type { Attempt, Violation } from '../../checks/rule.ts';
import { isOverfull } from '../../driver/secrets/collect-secrets.ts';
import type { Exchange, HttpResponse } from '../../driver/exchange.ts';
import { redactExchange } from '../../driver/secrets/redact-exchange.ts';
import type { RedactedExchange, RedactedText } from '../../driver/secrets/redacted.ts';
import { shorten } from '../../driver/secrets/redacted.ts';
import { redactorOf } from '../../driver/secrets/redactor-of.ts';
import { another, type Redactor } from '../../driver/secrets/redactor.ts';

/** A violation without secrets. */
export interface RedactedViolation {
  readonly at: RedactedText;
  readonly expected: RedactedText;
  readonly actual: RedactedText;
}

/** The redactor for everything that an attempt shows. */
export function redactorOfAttempt({ exchanges, secrets, slots }: Attempt): Redactor {
  const ids = [...slots].filter(([name]) => name.endsWith('id')).map(([, id]) => id);
  return redactorOf([...exchanges.values()], secrets, ids);
}

/**
 * A target may invent members whose names are secrets. So of an answer that is not shown, only places of the contract
 * are named.
 */
const contractPlace = /^(?:status|header [\w-]{1,40}|(?:\/(?:[a-z_]{1,40}|\d+))*)$/;

/** Removes the secrets from a violation, and cuts its quotations. */
export function redactViolation(violation: Violation, redactor: Redactor): RedactedViolation {
  const { hidden } = redactor;
  const told = (text: string): RedactedText => shorten(redactor.sentence(text, violation.at));
  const expected = told(violation.expected);
  if (hidden !== null) {
    const at = contractPlace.test(violation.at) ? violation.at : hidden;
    return { at: redactor.text(at), expected: redactor.text(hidden), actual: redactor.text(hidden) };
  }
  const actual = told(violation.actual);
  return {
    at: shorten(redactor.sentence(violation.at)),
    expected,
    // Two different secrets look the same when both are redacted.
    actual: actual === expected ? told(another + violation.actual) : actual,
  };
}

/** The exchanges of an attempt in the order of its steps, without secrets. */
export function redactedSteps(
  { case: { steps }, exchanges }: Pick<Attempt, 'case' | 'exchanges'>,
  redactor: Redactor,
): readonly RedactedExchange[] {
  return [...exchanges].map(([step, exchange]) =>
    redactExchange({
      step,
      operation: steps.find(({ name }) => name === step)?.operation ?? 'gateway',
      exchange,
      redactor,
    }),
  );
}

/** How much of a body reports use, in bytes. Sensible answers are shorter. */
const keptBytes = 64 * 1024;

/**
 * An attempt as it may be kept until the end of a run. The target decides how long its bodies are, so only the
 * beginning of a long body is kept. The attempt can no longer be judged.
 */
export function lightAttempt(attempt: Attempt): Attempt {
  if (![...attempt.exchanges.values()].some(isHeavy)) return attempt;
  const { contract, operation, case: testCase, slots, secrets } = attempt;
  const exchanges = new Map([...attempt.exchanges].map(([name, exchange]) => [name, lighten(exchange)]));
  return {
    ...{ contract, operation, case: testCase, slots, secrets, exchanges },
    exchange: lighten(attempt.exchange),
  };
}

function isHeavy({ response }: Exchange): boolean {
  return response !== null && response.body.length > keptBytes;
}

function lighten(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response === null || !isHeavy(exchange)) return exchange;
  const { status, headers } = response;
  // It could no longer be told which of its secrets a part of it contains.
  if (isOverfull(response)) return { ...exchange, response: hiddenAnswer(status) };
  const body = Buffer.from(response.body.subarray(0, keptBytes));
  return { ...exchange, response: { status, headers, body, isCut: true, text: null, json: undefined } };
}

function hiddenAnswer(status: number): HttpResponse {
  return {
    ...{ status, headers: new Map(), body: new Uint8Array(), isCut: true },
    ...{ isHidden: true, text: null, json: undefined },
  };
}

/** A violation that keeps only its own characters: a substring keeps the whole text in memory. */
export function lightViolation({ at, expected, actual }: Violation): Violation {
  return { at: copy(at), expected: copy(expected), actual: copy(actual) };
}

function copy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
