import { describe, expect, it } from '@jest/globals';
import { Answer } from '../../driver/answer.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { Redactor } from '../../driver/secrets/redactor.ts';
import { answerFacts } from '../../traces/behaviour-ledger/answer-facts.ts';

const password = 'kX7qL2mN9vB4zT6w';

function exchangeOf(json: unknown, headers: readonly string[] = []): Exchange {
  return {
    request: { method: 'GET', path: '/', headers: [], body: null },
    response: new Answer(
      400,
      headers.map((text) => Buffer.from(text)),
      Buffer.from(JSON.stringify(json)),
      false,
    ),
    failure: null,
    durationMs: 1,
  };
}

describe('what a behaviour ledger keeps of an answer', () => {
  it.each([
    ['a reason', exchangeOf({ state: 'ERROR', message_list: [{ reason: `BAD_${password}` }] })],
    [
      'a reason at whose cut it stands',
      exchangeOf({ message_list: [{ reason: `${'A'.repeat(50)}${password}` }] }),
    ],
    ['the name of a member', exchangeOf({ [password]: 1, [`${'n'.repeat(50)}-${password}`]: 1 })],
    ['the name of a header', exchangeOf({}, [`x-${password}`, 'a'])],
    ['a media type', exchangeOf({}, ['content-type', `text/${password}`])],
    ['a parameter', exchangeOf({}, ['location', `/?${password}=1`])],
  ])('holds no password that stands in %s', (_place, exchange) => {
    const facts = JSON.stringify(answerFacts(exchange, new Redactor({ secrets: [password] })));
    expect(facts.toLowerCase()).not.toContain(password.slice(0, 4).toLowerCase());
    expect(facts).toContain('[redacted]');
  });
});
