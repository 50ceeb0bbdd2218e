import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { mainStep } from '../../../generators/case.ts';
import type { Case, RequestTemplate } from '../../../generators/case.ts';
import { buildBrokenFamilies } from '../../../generators/broken/broken-families.ts';
import { familiesOf } from '../../../generators/families.ts';
import type { Family } from '../../../generators/family.ts';
import { familiesWithParameters } from '../../../generators/parameters/family-with-parameters.ts';
import { requiredParts } from '../../../generators/parameters/required-parts.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract, Parameter } from '../../../spec/operation.ts';
import type { OperationId } from '../../../spec/operation-ids.ts';

const header: Parameter = {
  name: 'X-Mode',
  in: 'header',
  required: true,
  schema: { enum: ['fast', 'slow'] },
};
const cookie: Parameter = {
  name: 'tenant',
  in: 'cookie',
  required: true,
  schema: { type: 'integer', minimum: 1 },
};
const query: Parameter = { name: 'api', in: 'query', required: true, schema: { const: '3.1' } };

async function contractWith(id: OperationId, ...parameters: readonly Parameter[]): Promise<Contract> {
  const contract = await loadBundledContract();
  const operation = contract.operations[id];
  const changed = { ...operation, parameters: [...operation.parameters, ...parameters] };
  return { ...contract, operations: { ...contract.operations, [id]: changed } };
}

function casesOf({ cases }: Family, numRuns = 5): readonly Case[] {
  return fc.sample(cases, { seed: 3, numRuns });
}

function headerOf({ headers }: RequestTemplate, name: string): string | undefined {
  return headers.find(([other]) => other === name)?.[1];
}

const hasAll = (request: RequestTemplate): boolean =>
  /^(?:fast|slow)$/.test(headerOf(request, 'X-Mode') ?? '') &&
  /^tenant=[1-9]\d*$/.test(headerOf(request, 'Cookie') ?? '') &&
  request.query.some(([name, value]) => name === 'api' && value === '3.1');

describe('required parameters that no family knows', () => {
  it('are in all requests to the operation, and vary in the main one only', async () => {
    const contract = await contractWith('oauth_client_post', header, cookie, query);
    const modes = { main: new Set<unknown>(), setup: new Set<unknown>(), probe: new Set<unknown>() };
    for (const suite of ['oauth_client_post', 'oauth_client_client_id_get', 'session'] as const) {
      const families = familiesOf(contract, suite).filter(({ polarity }) => polarity === 'valid');
      for (const step of families.flatMap((family) => casesOf(family)).flatMap(({ steps }) => steps)) {
        if (step.operation !== 'oauth_client_post') continue;
        expect([step.name, hasAll(step.request)]).toEqual([step.name, true]);
        if (step.name !== 'replay') modes[step.role].add(headerOf(step.request, 'X-Mode'));
      }
    }
    expect(modes.main).toEqual(new Set(['fast', 'slow']));
    expect(modes.setup.size).toBe(1);
  });

  it('are broken one at a time, and the request has to be refused', async () => {
    const contract = await contractWith('oauth_client_post', header, cookie);
    const families = buildBrokenFamilies(contract, contract.operations.oauth_client_post);
    const about = families.filter(({ name }) => /^broken\.(?:header|cookie)\./.test(name));
    expect(about.map(({ name }) => name)).toEqual([
      'broken.header.missing:header:X-Mode',
      'broken.header.outside-schema:header:X-Mode',
      'broken.cookie.missing:cookie:tenant',
      'broken.cookie.outside-schema:cookie:tenant',
    ]);
    for (const testCase of about.flatMap((family) => casesOf(family, 30))) {
      const { request } = mainStep(testCase);
      const [mode, tenant] = [headerOf(request, 'X-Mode') ?? '', headerOf(request, 'Cookie') ?? ''];
      const isOnlyOneWrong = /^(?:fast|slow)$/.test(mode) !== /^tenant=[1-9]\d*$/.test(tenant);
      expect([testCase.family, mode, tenant, isOnlyOneWrong]).toEqual([testCase.family, mode, tenant, true]);
      expect(testCase.expectation).toBe('refuse');
    }
  });

  it('are in requests that are broken otherwise', async () => {
    const contract = await contractWith('oauth_client_list_post', header, cookie, query);
    const families = buildBrokenFamilies(contract, contract.operations.oauth_client_list_post);
    const others = families.filter(({ name }) => /^broken\.body\./.test(name));
    expect(others.length).toBeGreaterThan(20);
    for (const testCase of others.flatMap((family) => casesOf(family)))
      expect([testCase.family, hasAll(mainStep(testCase).request)]).toEqual([testCase.family, true]);
  });

  it('do not change a contract without them', async () => {
    const contract = await loadBundledContract();
    const families = familiesOf(contract, 'oauth_revoke_token_post');
    expect(familiesWithParameters(contract, families, { isMainDone: false })).toBe(families);
    expect(requiredParts(contract)).toEqual([]);
  });

  it('are what requests outside of cases need', async () => {
    const contract = await contractWith('oauth_client_list_post', header, query);
    expect(requiredParts(contract)).toEqual([
      {
        method: 'POST',
        path: '/oauth/client/list',
        query: [['api', '3.1']],
        headers: [['X-Mode', expect.stringMatching(/^(?:fast|slow)$/)]],
      },
    ]);
  });

  it('leave an operation without valid requests where they cannot be sent', async () => {
    const odd = { ...header, schema: { type: 'object', required: ['a'] } };
    const contract = await contractWith('oauth_client_post', odd);
    const families = familiesOf(contract, 'oauth_client_post');
    expect(families.filter(({ polarity }) => polarity === 'valid')).toEqual([]);
  });
});
