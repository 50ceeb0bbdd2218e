import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogue } from '../../checks/catalogue.ts';
import type { Contract } from '../../spec/operation.ts';
import { cutQuotations } from '../../spec/quotation.ts';
import { operationIds } from '../../spec/operation-ids.ts';
import { buildAnswered } from './answered.ts';
import type { PlainAnswer, PlainAttempt } from './answered.ts';
import { client, clientPath, clientSlots, envelope, registerStep, sentClient, token } from './samples.ts';
import { testContract } from './test-contract.ts';

const seed = 20_261_123;

/** Arbitrary JSON, and JSON with the members that rules look at, of any type. */
const members = fc.dictionary(
  fc.constantFrom(
    ...Object.keys({ ...client, ...token, ...envelope(400) }),
    'entities',
    'metadata',
    'oauth_token',
    'error',
    '__proto__',
  ),
  fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant([{ message: 1, details: { a: [1] } }, null, client])),
);
const bodies = fc.oneof(
  members,
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.uint8Array(),
  fc.constant(undefined),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'location',
    'allow',
    'cache-control',
    'date',
    'www-authenticate',
    'retry-after',
  ),
  fc.oneof(
    fc.string(),
    fc.array(fc.string()),
    fc.constantFrom('application/json', 'https://a.example/?code=x#y', '%', 'http://[', 'no-store'),
  ),
);
const answers: fc.Arbitrary<PlainAnswer> = fc.record({
  status: fc.oneof(fc.constantFrom(200, 302, 400, 401, 404, 405, 500), fc.integer({ min: 100, max: 999 })),
  headers,
  body: bodies,
  isCut: fc.boolean(),
});
const attempts: fc.Arbitrary<PlainAttempt> = fc.record(
  {
    operation: fc.constantFrom(...operationIds),
    expectation: fc.constantFrom('accept', 'refuse', 'either', 'clean'),
    aspect: fc.constantFrom('input', 'client-id', 'grant', 'credentials', 'method', 'media-type', 'path'),
    brokenAt: fc.constantFrom('form:client_id', 'form:code', 'query:token', '/client_name', 'path'),
    method: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST', 'PROPFIND'),
    path: fc.constant(clientPath),
    json: fc.oneof(
      fc.constant(sentClient),
      fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as typeof sentClient),
    ),
    answer: answers,
    slots: fc.constantFrom({}, clientSlots),
    secrets: fc.array(fc.string({ unit: 'binary' })),
    steps: fc.tuple(answers, answers, answers).map(([readBack, replay, list]) => ({
      register: registerStep,
      'read-back': { path: clientPath, answer: readBack },
      replay: { path: clientPath, answer: replay },
      'list-after': { answer: list },
      'use-token-before': { answer: readBack },
      'use-token': { answer: replay },
    })),
  },
  { requiredKeys: ['operation', 'answer'] },
);
const authorizations: fc.Arbitrary<PlainAttempt> = fc
  .tuple(
    attempts,
    fc.array(
      fc.tuple(
        fc.constantFrom('confirm', 'state', 'redirect_uri', 'client_id', ''),
        fc.oneof(fc.string(), fc.constantFrom('yes', 'no', 'https://a.example/?b=c')),
      ),
    ),
  )
  .map(([attempt, form]) => ({ ...attempt, operation: 'oauth_authorize_post', form }));

describe('every rule', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await testContract();
  });

  it('judges whatever a target answers without throwing, twice the same, and short', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: attempts }, authorizations), (plain) => {
        const answered = buildAnswered(contract, plain);
        for (const rule of catalogue) {
          if (rule.on === 'sample' || !rule.appliesTo(answered)) continue;
          const violations = rule.judge(answered);
          expect(rule.judge(answered)).toEqual(violations);
          for (const { at, expected, actual } of violations) {
            expect(at === '' || at === 'status' || at.startsWith('/') || at.startsWith('header ')).toBe(true);
            expect(cutQuotations(expected).length).toBeLessThan(400);
            expect(cutQuotations(actual).length).toBeLessThan(400);
          }
        }
      }),
      { seed, numRuns: 1000 },
    );
  });
});
