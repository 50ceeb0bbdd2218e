import { Buffer } from 'node:buffer';
import type { Attempt, Violation } from '../../checks/rule.ts';
import { isOverfull } from '../../driver/collect-secrets.ts';
import type { Exchange, HttpResponse } from '../../driver/exchange.ts';

/** What reports look at of a body, in bytes. Answers that make sense are shorter. */
const keptBytes = 64 * 1024;

/**
 * An attempt as it may be kept until the end of a run: what a target sends decides how long its bodies are, so of long
 * ones only the beginning stays. Nothing can be judged by it any more.
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
  // Which of its secrets a part of it holds could not be told any more.
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

/** A violation that holds on to nothing but its own characters: a part of a text keeps the whole text in memory. */
export function lightViolation({ at, expected, actual }: Violation): Violation {
  return { at: copy(at), expected: copy(expected), actual: copy(actual) };
}

function copy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
