import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mainStep } from '../../../generators/case.ts';
import type { Case } from '../../../generators/case.ts';
import type { Family } from '../../../generators/family.ts';
import { decodeRequest } from '../../../generators/request/decode-request.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';
import { buildValidFamilies } from '../../../generators/valid/valid-families.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract } from '../../../spec/operation.ts';
import { operationIds } from '../../../spec/operation-ids.ts';
import type { OperationId } from '../../../spec/operation-ids.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

const slots: ReadonlyMap<string, string> = new Map(
  [
    ...['client.id', 'client.secret', 'other.id', 'other.secret', 'code', 'access_token', 'refresh_token'],
    ...['generated.id', 'generated.secret', 'generated.access_token', 'generated.refresh_token'],
    ...['created.id', 'created.secret', 'created.access_token', 'created.refresh_token'],
  ].map((name) => [name, `value-of-${name}`]),
);
const render = (step: Case['steps'][number]) =>
  renderRequest(step.request, slots, { basePath: contract.basePath, username: 'u', password: 'p' });
const sample = (family: Family, numRuns = 60) =>
  fc.sample(family.cases, { seed: 5, numRuns: Math.min(numRuns, family.enough) });
const decode = (testCase: Case) =>
  decodeRequest(contract, contract.operations[testCase.operation], render(mainStep(testCase)));
const body = (testCase: Case) =>
  JSON.parse(Buffer.from(render(mainStep(testCase)).body ?? []).toString()) as unknown;

const operations = operationIds.map((id) => [id] as const);

describe.each(operations)('the valid families of %s', (id) => {
  const families = () => buildValidFamilies(contract, id);

  it('are there, and have names of their own that fit a path and a file', () => {
    const names = families().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^valid\.[a-z0-9.:/=_~-]+$/i.test(name))).toEqual([]);
  });

  it('make the same cases for the same seed', () => {
    for (const family of families()) expect(sample(family, 10)).toEqual(sample(family, 10));
  });

  it('make plain JSON, named after their family', () => {
    for (const family of families()) {
      for (const testCase of sample(family, 10)) {
        expect(JSON.parse(JSON.stringify(testCase))).toEqual(testCase);
        expect(testCase).toMatchObject({ operation: id, family: family.name, breakage: null });
      }
    }
  });

  it('expect to be accepted only where the bytes decode as valid, and never hold what must be refused', () => {
    for (const testCase of families().flatMap((family) => sample(family))) {
      const { label, at, reason } = decode(testCase);
      const allowed = testCase.expectation === 'accept' ? ['valid'] : ['valid', 'neither'];
      expect({ family: testCase.family, at, reason, isAllowed: allowed.includes(label) }).toMatchObject({
        isAllowed: true,
      });
    }
  });

  it('have setup steps that decode as valid, one main step, and slots that an earlier step captures', () => {
    for (const { steps } of families().flatMap((family) => sample(family, 10))) {
      expect(steps.filter(({ role }) => role === 'main')).toHaveLength(1);
      expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
      const known = new Set<string>();
      for (const step of steps) {
        for (const [slot] of JSON.stringify(step.request).matchAll(/(?<="slot":")[^"]*/g))
          expect(known).toContain(slot);
        for (const { slot } of step.captures) known.add(slot);
        if (step.operation === 'gateway' || step.role !== 'setup') continue;
        const { label } = decodeRequest(contract, contract.operations[step.operation], render(step));
        expect(label).toBe('valid');
      }
    }
  });

  it('stay in their class when they are made smaller', () => {
    for (const family of families()) {
      const { counterexample } = fc.check(
        fc.property(family.cases, () => false),
        { seed: 9, numRuns: 1, endOnFailure: false },
      );
      const [smallest] = (counterexample ?? []) as readonly (Case | undefined)[];
      if (smallest === undefined) throw new Error(`${family.name} makes no case`);
      expect(smallest).toMatchObject({ family: family.name });
      if (smallest.expectation === 'accept') expect(decode(smallest).label).toBe('valid');
    }
  });
});

describe('the valid families', () => {
  const family = (id: OperationId, name: string): Family => {
    const found = buildValidFamilies(contract, id).find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no family ${name}`);
    return found;
  };

  it('expect what the contract makes of them', () => {
    const table = operationIds.map((id) => [
      id,
      buildValidFamilies(contract, id).flatMap((each) =>
        sample(each, 1).map(({ expectation }) => `${each.name} ${expectation}`),
      ),
    ]);
    expect(Object.fromEntries(table)).toMatchSnapshot();
  });

  it('are pinned by a sample', () => {
    const pinned = operationIds.map((id) => {
      const [first] = buildValidFamilies(contract, id).flatMap((each) => sample(each, 1));
      return [id, first];
    });
    expect(Object.fromEntries(pinned)).toMatchSnapshot();
  });

  it('reach the limits of a name in code points', () => {
    for (const [name, length] of [
      ['max', 64],
      ['max-astral', 128],
      ['below-max', 63],
      ['empty', 0],
    ] as const) {
      const cases = sample(family('oauth_client_post', `valid.boundary:/client_name=${name}`));
      for (const testCase of cases) {
        expect(body(testCase)).toMatchObject({ client_name: expect.any(String) });
        expect((body(testCase) as { client_name: string }).client_name).toHaveLength(length);
      }
    }
  });

  it('reach both ends of a list', () => {
    const [least] = sample(family('oauth_client_list_post', 'valid.boundary:/length=min'));
    const [most] = sample(family('oauth_client_list_post', 'valid.boundary:/length=max'));
    expect([least, most].map((testCase) => testCase && body(testCase))).toEqual([
      { length: 1 },
      { length: 2147483647 },
    ]);
  });

  it('use shared clients only under one body a key', () => {
    for (const id of operationIds) {
      const bodies = new Map<string, string>();
      for (const each of buildValidFamilies(contract, id)) {
        for (const step of sample(each, 40).flatMap(({ steps }) => steps)) {
          if (step.shared === undefined) continue;
          const sent = JSON.stringify(step);
          expect(bodies.get(step.shared) ?? sent).toBe(sent);
          bodies.set(step.shared, sent);
        }
      }
    }
  });

  it('never change or delete a shared client', () => {
    for (const id of ['oauth_client_client_id_put', 'oauth_client_client_id_delete'] as const) {
      for (const each of buildValidFamilies(contract, id)) {
        for (const { steps } of sample(each, 10))
          expect(steps.filter(({ shared }) => shared !== undefined)).toEqual([]);
      }
    }
  });

  it('name fixtures so that left ones can be found', () => {
    const [testCase] = sample(family('oauth_client_client_id_put', 'valid.domain'));
    expect(testCase?.steps[0]?.request.body).toMatchObject({
      value: { client_name: expect.stringMatching(/^conformance-therunmark-[0-9a-f]{8}$/) },
    });
  });

  it('write forms with both spellings of a space and in every order', () => {
    const forms = sample(family('oauth_authorize_post', 'valid.state'), 300).map((testCase) =>
      Buffer.from(render(mainStep(testCase)).body ?? []).toString(),
    );
    expect(forms.some((form) => /state=[^&]*\+/.test(form))).toBe(true);
    expect(forms.some((form) => /state=[^&]*%20/.test(form))).toBe(true);
    expect(new Set(forms.map((form) => form.split('=')[0])).size).toBeGreaterThan(4);
  });

  it('honour members that another build of the description adds', () => {
    const operation = contract.operations.oauth_client_post;
    const schema = {
      type: 'object',
      required: ['client_name', 'tier'],
      properties: { client_name: { type: 'string', maxLength: 10 }, tier: { enum: ['gold'] } },
    };
    const other: Contract = {
      ...contract,
      operations: {
        ...contract.operations,
        oauth_client_post: { ...operation, body: { required: true, mediaType: 'application/json', schema } },
      },
    };
    const families = buildValidFamilies(other, 'oauth_client_post');
    // Those send the same request in two forms, and judge nothing if both are refused.
    for (const each of families.filter(({ name }) => !name.startsWith('valid.case.'))) {
      for (const testCase of sample(each, 3)) expect(body(testCase)).toMatchObject({ tier: 'gold' });
    }
  });
});
