import { beforeAll, describe, expect, it } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { catalogue, rulesOf } from '../../checks/catalogue.ts';
import type { Answered, Attempt, Rule } from '../../checks/rule.ts';
import type { Exchange, HttpResponse } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import { mainStep } from '../../generators/case.ts';
import { familiesOf } from '../../generators/families.ts';
import { operationIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import { adversarialTexts } from './adversarial-texts.ts';
import { slowOnes } from './cpu-time.ts';
import { testContract } from './test-contract.ts';

/** The attempts in a run against the reference target that rules judged, with those rules. */
const judged = new Map<Attempt, Rule[]>();
const covered = new Set<Rule>();

beforeAll(async () => {
  const contract = await testContract();
  const reference = await createReference({});
  const { origin, pathname } = new URL(reference.url);
  const target = openTarget({ origin, connections: 8, timeoutMs: 20_000 });
  const suites: readonly SuiteId[] = [...operationIds, 'session'];
  for (const suite of suites)
    await runSuite(
      {
        ...{
          suite,
          contract,
          seed: 1,
          runs: 'default',
          concurrency: 32,
          rules: [witness(rulesOf(suite))],
        },
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

/**
 * A rule that judges nothing, but keeps the first attempt that each rule applies to. One attempt may serve many rules.
 */
function witness(rules: readonly Rule[]): Rule {
  return {
    ...{
      id: 'test.witness',
      level: 'MAY',
      mockLevel: 'shape',
      differenceClass: 'wrong shape',
      needs: [],
      source: { document: 'project', section: 'test' },
      claim: 'is seen',
    },
    ...{ operations: 'all', on: 'attempt', appliesTo: () => true },
    judge: (attempt: Attempt) => {
      const family = attempt.case.family;
      for (const rule of rules) {
        if (covered.has(rule) || rule.families?.every((name) => !family.startsWith(name)) === true) continue;
        if (!isAbout(rule, attempt)) continue;
        covered.add(rule);
        judged.set(attempt, [...(judged.get(attempt) ?? []), rule]);
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

/** The headers that any rule or reader looks at. */
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

/** An answer whose body is built when a rule asks for it: a text, or a value as JSON. */
class HostileAnswer implements HttpResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly isCut = false;
  readonly json: unknown;
  #text: string | null;

  constructor(
    { status }: Pick<HttpResponse, 'status'>,
    headers: HostileAnswer['headers'],
    text: string | null,
    json: unknown,
  ) {
    this.status = status;
    this.headers = headers;
    this.json = json;
    this.#text = text;
  }

  get text(): string {
    this.#text ??= JSON.stringify(this.json);
    return this.#text;
  }

  get body(): Uint8Array {
    return Buffer.from(this.text);
  }
}

/** Where a text is put in every answer of a case. */
const places: Readonly<Record<string, (text: string) => (response: HttpResponse) => HttpResponse>> = {
  'in place of headers and body': (text) => {
    const headers = new Map(headerNames.map((name) => [name, [text]]));
    return (response) => new HostileAnswer(response, headers, text, undefined);
  },
  'in the headers of a redirect': (text) => {
    const headers = new Map([
      ...headerNames.map((name): [string, readonly string[]] => [name, [text]]),
      ['location', [`https://a.example/cb?code=a&state=b${text}`]],
    ]);
    return () => new HostileAnswer({ status: 302 }, headers, '', undefined);
  },
  'behind headers or as a further one, and in the members of the body': (text) => {
    const further = headerNames.map((name): [string, readonly string[]] => [name, [text]]);
    return (response) => {
      const behind = [...response.headers].map(([name, values]): [string, readonly string[]] => [
        name,
        values.map((value) => value + text),
      ]);
      const json = replaceTexts(response.json ?? { message_list: [{ message: '' }] }, text);
      return new HostileAnswer(response, new Map([...further, ...behind]), null, json);
    };
  },
};

/**
 * Replaces every string in a JSON value, except in later items of arrays, and adds a member with the text as its name.
 */
function replaceTexts(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === 0 ? replaceTexts(item, text) : item));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, replaceTexts(member, text)] as const);
  return Object.fromEntries([...members, [text, 1] as const]);
}

/** Far more than a call stack, or the arguments of a call, can hold. */
const many = 150_000;

function nested(): unknown {
  let value: unknown = 'a';
  for (let depth = 0; depth < many; depth += 1) value = [value];
  return value;
}

/** Changes to JSON bodies. */
const shapes: Readonly<Record<string, (body: unknown) => unknown>> = {
  'with texts nested too deep for a stack': (
    (deep) => (body: unknown) =>
      reshape(body, (value) => (typeof value === 'string' ? deep : value))
  )(nested()),
  'with lists of 150,000 items': (body) =>
    reshape(body, (value) => (Array.isArray(value) && !value.some(holdsList) ? repeated(value) : value)),
  'with members of 150,000 items': (body) =>
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? Object.fromEntries(
          Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? repeated(value) : value]),
        )
      : body,
};

/** Long lists stand in no long list: no answer could hold the square of so many items. */
function holdsList(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some(Array.isArray);
}

function repeated(list: readonly unknown[]): readonly unknown[] {
  return list.length === 0 ? list : new Array<unknown>(many).fill(list[0]);
}

/** Replaces each value in a JSON body, innermost first. Of a list, only the first item stays. */
function reshape(value: unknown, change: (value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return change(value);
  if (Array.isArray(value)) return change(value.slice(0, 1).map((item) => reshape(item, change)));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, reshape(member, change)]));
}

function changed(attempt: Attempt, change: (response: HttpResponse) => HttpResponse): Attempt {
  const { contract, operation, case: testCase, slots, secrets } = attempt;
  const other = (exchange: Exchange): Exchange =>
    exchange.response === null ? exchange : { ...exchange, response: change(exchange.response) };
  const exchanges = new Map([...attempt.exchanges].map(([name, exchange]) => [name, other(exchange)]));
  const exchange = exchanges.get(mainStep(testCase).name) ?? attempt.exchange;
  return { contract, operation, case: testCase, slots, secrets, exchanges, exchange };
}

describe('256 KiB of a text that is made to be slow', () => {
  it('is put to every rule', () => {
    expect(catalogue.filter((rule) => !covered.has(rule)).map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries(places))(
    '%s is judged by every rule within a second of CPU',
    (_name, place) => {
      const slow = adversarialTexts.flatMap(([name, text]) =>
        slowRules(place(text)).map((each) => `${each}, with ${name}`),
      );
      expect(slow).toEqual([]);
    },
    300_000,
  );
});

describe('a body', () => {
  it.each(Object.entries(shapes))(
    '%s is judged by every rule within a second of CPU',
    (_name, change) => {
      const slow = slowRules((response) => {
        const headers = new Map([...response.headers, ['content-type', ['application/json']] as const]);
        return new HostileAnswer(response, headers, '{', change(response.json));
      });
      expect(slow).toEqual([]);
    },
    120_000,
  );
});

/** Which rules take too long if all answers are changed, and how long. */
function slowRules(change: (response: HttpResponse) => HttpResponse): readonly string[] {
  return [...judged].flatMap(([attempt, rules]) => {
    const hostile = changed(attempt, change);
    return rules.flatMap((rule) =>
      slowOnes(rule.id, () => {
        judge(rule, hostile);
      }),
    );
  });
}
