import * as fc from 'fast-check';
import type { Rule } from '../../../checks/rule.ts';
import type { Exchange } from '../../../driver/exchange.ts';
import type { Case, RequestTemplate, Step } from '../../../generators/case.ts';
import type { Family } from '../../../generators/family.ts';
import type { Wire } from '../../../suites/engine/wire.ts';

/** A request to a path, with nothing else. */
export function request(path: RequestTemplate['path'], method = 'GET'): RequestTemplate {
  return { method, path, query: [], headers: [], credentials: { type: 'valid' }, body: null };
}

/** A step of a case, with defaults for everything not given. */
export function step(facts: Partial<Step> & Pick<Step, 'name' | 'role'>): Step {
  return { operation: 'oauth_idp_login_get', request: request([facts.name]), captures: [], ...facts };
}

/** A case with these steps. */
export function caseOf(steps: readonly Step[], family = 'valid.fake'): Case {
  return {
    operation: 'oauth_idp_login_get',
    family,
    aspect: 'input',
    expectation: 'accept',
    breakage: null,
    steps,
  };
}

/** A family whose cases send one text as their path, which makes shrinking easy to see. */
export function textFamily(name: string, facts: Partial<Family> = {}): Family {
  return {
    name,
    polarity: 'valid',
    enough: 1000,
    cases: fc
      .string({ minLength: 1, maxLength: 40, size: 'max' })
      .map((text) => caseOf([step({ name: 'main', role: 'main', request: request([text]) })], name)),
    ...facts,
  };
}

/** An exchange as the driver would return it. */
export function exchangeOf(
  sent: Exchange['request'],
  status: number,
  json: unknown = {},
  headers: Readonly<Record<string, string>> = {},
): Exchange {
  const text = JSON.stringify(json);
  const response = {
    status,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])),
    body: new TextEncoder().encode(text),
    isCut: false,
    text,
    json,
  };
  return { request: sent, response, failure: null, durationMs: 1 };
}

/** A wire that answers with a function and records what was sent. */
export function fakeWire(
  answer: (sent: Exchange['request']) => Exchange | Promise<Exchange>,
): Wire & { readonly sent: Exchange['request'][] } {
  const sent: Exchange['request'][] = [];
  return {
    sent,
    target: { basePath: '/v3', username: 'admin', password: 'a-long-password' },
    send: async (wire) => {
      sent.push(wire);
      return answer(wire);
    },
  };
}

/** The classification of a rule made up for a test, where it does not matter. */
export const unclassified = { mockLevel: 'shape', differenceClass: 'wrong shape', needs: [] } as const;

/** A rule that every answer but 200 violates. */
export const isOk: Rule = {
  ...unclassified,
  id: 'test.status.ok',
  level: 'MUST',
  source: { document: 'contract', section: 'test' },
  claim: 'answers with 200',
  operations: 'all',
  on: 'answer',
  appliesTo: () => true,
  judge: ({ response }) =>
    response.status === 200 ? [] : [{ at: 'status', expected: '200', actual: String(response.status) }],
};
