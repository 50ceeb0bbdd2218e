import { beforeAll, describe, expect, it } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { catalogue, rulesOf } from '../../checks/catalogue.ts';
import type { Answered, Attempt, Rule } from '../../checks/rule.ts';
import type { Exchange, HttpResponse } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import { familiesOf } from '../../generators/families.ts';
import { operationIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/suite-id.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import { adversarialTexts } from './adversarial-texts.ts';
import { slowOnes } from './cpu-time.ts';
import { testContract } from './test-contract.ts';

/** What a rule was seen to judge in a run against the reference target. */
const judged = new Map<Rule, Attempt>();

beforeAll(async () => {
  const contract = await testContract();
  const reference = await createReference({});
  const { origin, pathname } = new URL(reference.url);
  const target = openTarget({ origin, connections: 8, timeoutMs: 20_000 });
  const suites: readonly SuiteId[] = [...operationIds, 'session'];
  for (const suite of suites)
    await runSuite(
      {
        ...{ suite, contract, seed: 1, runs: 60, concurrency: 8, rules: [witness(rulesOf(suite))] },
        families: familiesOf(contract, suite),
        ...{ deadline: null, replay: null, shrinkBudget: { each: 0, all: 0 } },
        ...{ isInterrupted: () => false, onProgress: () => undefined },
      },
      {
        target: { basePath: pathname, username: 'admin', password: 'nutanix/4u' },
        send: (wire) => target.send(wire),
      },
    );
  await target.close();
  await reference.close();
}, 120_000);

/** Judges nothing, and keeps the first attempt that each rule is about. One attempt serves many rules. */
function witness(rules: readonly Rule[]): Rule {
  return {
    ...{
      id: 'test.witness',
      level: 'MAY',
      source: { document: 'project', section: 'test' },
      claim: 'is seen',
    },
    ...{ operations: 'all', on: 'attempt', appliesTo: () => true },
    judge: (attempt: Attempt) => {
      const family = attempt.case.family;
      for (const rule of rules) {
        if (judged.has(rule) || rule.families?.every((name) => !family.startsWith(name)) === true) continue;
        if (isAbout(rule, attempt)) judged.set(rule, attempt);
      }
      return [];
    },
  };
}

function isAbout(rule: Rule, attempt: Attempt): boolean {
  if (rule.on === 'attempt') return rule.appliesTo(attempt);
  const answered = answeredOf(attempt);
  if (answered === null) return false;
  return rule.on === 'answer' ? rule.appliesTo(answered) : rule.collect(answered).length > 0;
}

function judge(rule: Rule, attempt: Attempt): void {
  if (rule.on === 'attempt') {
    if (rule.appliesTo(attempt)) rule.judge(attempt);
    return;
  }
  const answered = answeredOf(attempt);
  if (answered === null) return;
  if (rule.on === 'answer') {
    if (rule.appliesTo(answered)) rule.judge(answered);
  } else rule.judge([...rule.collect(answered), 'a', ...rule.collect(answered)]);
}

function answeredOf(attempt: Attempt): Answered | null {
  const { response } = attempt.exchange;
  return response === null ? null : { ...attempt, secrets: attempt.secrets, response };
}

/** The headers that any rule or reader looks at, as their names are written in the sources. */
const headerNames: readonly string[] = [
  ...['allow', 'cache-control', 'connection', 'content-encoding', 'content-length', 'content-type', 'date'],
  ...[
    'etag',
    'location',
    'pragma',
    'retry-after',
    'server',
    'set-cookie',
    'strict-transport-security',
    'vary',
  ],
  ...[
    'www-authenticate',
    'x-content-type-options',
    'x-frame-options',
    'content-security-policy',
    'age',
    'expires',
  ],
  ...['access-control-allow-origin', 'access-control-allow-credentials', 'last-modified', 'x-debug'],
];

type Change = (response: HttpResponse, text: string) => HttpResponse;

/** Where the text stands in every answer of a case. */
const places: Readonly<Record<string, Change>> = {
  'all headers': (response, text) => ({
    ...copy(response),
    headers: new Map(headerNames.map((name) => [name, [text]])),
  }),
  'the ends of all headers': (response, text) => ({
    ...copy(response),
    headers: new Map(
      [...response.headers].map(([name, values]) => [name, values.map((value) => value + text)] as const),
    ),
  }),
  'the body': (response, text) => withBody(response, text, 'text/html'),
  'the members of the body': (response, text) => {
    // Some have many members: together they are longer than any body that is read.
    const value: unknown = replaceTexts(
      response.json ?? { message_list: [{ message: '' }] },
      text.slice(-64 * 1024),
    );
    return withBody(response, JSON.stringify(value), 'application/json');
  },
};

function copy({ status, headers, body, isCut, text, json }: HttpResponse): HttpResponse {
  return { status, headers, body, isCut, text, json };
}

function withBody(response: HttpResponse, text: string, mediaType: string): HttpResponse {
  const headers = new Map([...response.headers, ['content-type', [mediaType]] as const]);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { ...copy(response), headers, body: Buffer.from(text), text, json };
}

/** Every text of a JSON value, one that a name begins with too. Numbers and the shape stay. */
function replaceTexts(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries([
    ...Object.entries(value).map(([name, member]) => [name, replaceTexts(member, text)] as const),
    [text, 1] as const,
  ]);
}

function changed(attempt: Attempt, change: (exchange: Exchange) => Exchange): Attempt {
  const { contract, operation, case: testCase, slots, secrets } = attempt;
  const exchanges = new Map([...attempt.exchanges].map(([name, exchange]) => [name, change(exchange)]));
  const main = [...attempt.exchanges].find(([, exchange]) => exchange === attempt.exchange)?.[0] ?? '';
  const exchange = exchanges.get(main) ?? change(attempt.exchange);
  return { contract, operation, case: testCase, slots, secrets, exchanges, exchange };
}

describe('256 KiB of a text that is made to be slow', () => {
  it('is put to every rule', () => {
    expect(catalogue.filter((rule) => !judged.has(rule)).map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries(places))(
    'in %s is judged by every rule within a second of CPU',
    (_name, change) => {
      const slow = new Set<string>();
      for (const [name, text] of adversarialTexts) {
        const made = new Map<Attempt, Attempt>();
        for (const [rule, attempt] of judged) {
          const hostile =
            made.get(attempt) ??
            changed(attempt, (exchange) =>
              exchange.response === null
                ? exchange
                : { ...exchange, response: change(exchange.response, text), failure: null },
            );
          made.set(attempt, hostile);
          for (const each of slowOnes(`${rule.id} on ${name}`, () => {
            judge(rule, hostile);
          }))
            slow.add(each);
        }
      }
      expect([...slow]).toEqual([]);
    },
    300_000,
  );
});
