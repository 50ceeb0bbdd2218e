import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Case } from '../../generators/case.ts';
import { mainStep } from '../../generators/case.ts';
import { familiesOf } from '../../generators/families.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import type { JsonSchema } from '../../spec/json-schema.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Contract, Operation } from '../../spec/operation.ts';
import { drawCases } from '../../suites/engine/draw-cases.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

function drawn(suite: OperationId, seed: number, runs: number): readonly Case[] {
  const families = familiesOf(contract, suite);
  return [...drawCases({ families, suite, seed, runs })].map(({ testCase }) => testCase);
}

/** The listed values of parameters and members, as `name=value`. */
function listed({ body, parameters }: Operation): readonly string[] {
  const members = Object.entries(propertiesOf(body?.schema));
  const named = [...members, ...parameters.map(({ name, schema }) => [name, schema] as const)];
  return named.flatMap(([name, schema]) => {
    const values: unknown = isJsonObject(schema) ? schema['enum'] : undefined;
    return Array.isArray(values) ? values.map((value) => `${name}=${String(value)}`) : [];
  });
}

function propertiesOf(schema: JsonSchema | undefined): Readonly<Record<string, unknown>> {
  const properties = isJsonObject(schema) ? schema['properties'] : {};
  return isJsonObject(properties) ? properties : {};
}

/** What a case sends as the value of a parameter or member, as `name=value`. */
function sentValues(testCase: Case): readonly string[] {
  const { query, body } = mainStep(testCase).request;
  const pairs = [...query, ...(body?.type === 'form' ? body.pairs : [])];
  const members = body?.type === 'json' && isJsonObject(body.value) ? Object.entries(body.value) : [];
  return [...pairs, ...members].flatMap(([name, value]) =>
    typeof name === 'string' && typeof value === 'string' ? [`${name}=${value}`] : [],
  );
}

describe('a run of 100 cases', () => {
  it.each([1, 2, 3])('sends every listed value of every operation in a valid request, seed %d', (seed) => {
    for (const operation of Object.values(contract.operations)) {
      const valid = drawn(operation.id, seed, 100).filter(({ breakage }) => breakage === null);
      const sent = new Set(valid.flatMap(sentValues));
      expect([operation.id, listed(operation).filter((value) => !sent.has(value))]).toEqual([
        operation.id,
        [],
      ]);
    }
  });

  it('knows the lists of the contract', () => {
    const lists = Object.values(contract.operations).flatMap(listed);
    expect(lists).toContain('grant_type=refresh_token');
    expect(lists).toContain('token_type_hint=access_token');
    expect(lists).toContain('sort_order=DESCENDING');
  });
});

describe('a run of the usual number of cases', () => {
  const headersOf = (cases: readonly Case[], kind: string): ReadonlySet<string> =>
    new Set(
      cases
        .filter(({ breakage }) => breakage?.kind === kind)
        .map((testCase) => JSON.stringify(mainStep(testCase).request.credentials)),
    );

  it.each([1, 2, 3])('sends every other scheme and both grants to every operation, seed %d', (seed) => {
    for (const { id } of Object.values(contract.operations)) {
      const cases = drawn(id, seed, 400);
      expect([id, headersOf(cases, 'credentials.other-scheme').size]).toEqual([id, 3]);
      // One of them is another invented token each time.
      expect(headersOf(cases, 'credentials.unknown-bearer').size).toBeGreaterThanOrEqual(3);
    }
    const wrong = drawn('oauth_token_post', seed, 300).filter(
      ({ breakage }) => breakage?.kind === 'credentials.wrong-password',
    );
    const grants = wrong.flatMap(sentValues).filter((value) => value.startsWith('grant_type='));
    expect(new Set(grants)).toEqual(new Set(['grant_type=authorization_code', 'grant_type=refresh_token']));
  });
});

describe('a run of 300 cases', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'presents a client secret that is not of VSCHAR and one that is, among the odd ones, seed %d',
    (seed) => {
      const secrets = drawn('oauth_token_post', seed, 300)
        .filter(({ breakage }) => breakage?.kind === 'client-secret.odd')
        .flatMap(sentValues)
        .filter((value) => value.startsWith('client_secret='));
      const isVisible = (text: string): boolean => /^[\x20-\x7E]*$/.test(text);
      expect(secrets.some(isVisible)).toBe(true);
      expect(secrets.every(isVisible)).toBe(false);
    },
  );
});
