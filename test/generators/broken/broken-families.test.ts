import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildBrokenFamilies } from '../../../generators/broken/broken-families.ts';
import type { Case } from '../../../generators/case.ts';
import { mainStep } from '../../../generators/case.ts';
import type { Family } from '../../../generators/family.ts';
import { decodeRequest } from '../../../generators/request/decode-request.ts';
import type { Decoded } from '../../../generators/request/decode-request.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import { compileSchema } from '../../../spec/compile-schema.ts';
import { operationIds } from '../../../spec/operation-ids.ts';
import type { OperationId } from '../../../spec/operation-ids.ts';
import type { Contract } from '../../../spec/operation.ts';

const target = { basePath: '/api/nutanix/v3', username: 'user', password: 'Password1' };
const slots = new Map(
  [
    'client.id',
    'client.secret',
    'other.id',
    'other.secret',
    'code',
    'access_token',
    'refresh_token',
    'generated.access_token',
  ].map((name) => [name, `${name.replace(/\W/g, '')}1`]),
);

let contract: Contract;

beforeAll(async () => {
  contract = await loadBundledContract();
});

function familiesOf(id: OperationId): readonly Family[] {
  return buildBrokenFamilies(contract, contract.operations[id]);
}

function sample(family: Family, seed = 7): readonly Case[] {
  return fc.sample(family.cases, { numRuns: family.enough, seed });
}

function allCases(drawn: ReadonlyMap<Family, readonly Case[]>): readonly Case[] {
  return [...drawn.values()].flat();
}

function decode(testCase: Case): Decoded {
  const wire = renderRequest(mainStep(testCase).request, slots, target);
  return decodeRequest(contract, contract.operations[testCase.operation], wire);
}

/** Every value that shrinking reaches if every value fails. */
function shrinks(family: Family): readonly Case[] {
  const seen: Case[] = [];
  const property = fc.property(family.cases, (testCase) => {
    seen.push(testCase);
    return false;
  });
  fc.check(property, { seed: 11, numRuns: 1 });
  return seen;
}

describe.each(operationIds)('the broken families of %s', (id) => {
  let drawn: ReadonlyMap<Family, readonly Case[]>;

  beforeAll(() => {
    drawn = new Map(familiesOf(id).map((family) => [family, sample(family)]));
  });

  it('are these', () => {
    const lines = [...drawn].map(([family, cases]) => {
      const kinds = new Set(cases.map(({ aspect, expectation }) => `${aspect}, ${expectation}`));
      return `${family.name}: ${[...kinds].join(' | ')}, ${family.enough}`;
    });
    expect(lines).toMatchSnapshot();
  });

  it('have unique names that say the breakage', () => {
    const families = [...drawn.keys()];
    expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
    for (const [family, cases] of drawn) {
      expect(family.polarity).toBe('broken');
      for (const { breakage, family: name, operation } of cases) {
        expect(name).toBe(family.name);
        expect(operation).toBe(id);
        const at = family.isCrashProne === true ? id : breakage?.at;
        expect(name).toBe(['broken', breakage?.kind].join('.') + (at ? `:${at}` : ''));
      }
    }
  });

  it('have one main step, and steps that are told apart by name', () => {
    for (const testCase of allCases(drawn)) {
      const { steps } = testCase;
      expect(steps.filter(({ role }) => role === 'main')).toHaveLength(1);
      expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
      expect(mainStep(testCase).operation).toBe(id);
    }
  });

  it('fill every slot of a setup or main step in an earlier step', () => {
    for (const { steps } of allCases(drawn)) {
      const known = new Set<string>();
      for (const step of steps) {
        const used = [...JSON.stringify(step.request).matchAll(/"slot":"([^"]+)"/g)].map(([, name]) => name);
        for (const name of used) expect([...known]).toContain(name);
        for (const { slot } of step.captures) known.add(slot);
      }
    }
  });

  it('are plain JSON', () => {
    for (const testCase of allCases(drawn)) {
      expect(JSON.parse(JSON.stringify(testCase))).toEqual(testCase);
    }
  });

  it('give the same cases for the same seed', () => {
    const draw = (): string => JSON.stringify(familiesOf(id).map((family) => sample(family, 3)));
    expect(draw()).toBe(draw());
  });

  it('ask for a refusal of input only where the bytes decode as invalid, in the place that is named', () => {
    for (const testCase of allCases(drawn)) {
      const { aspect, expectation, breakage } = testCase;
      if (aspect !== 'input' || expectation !== 'refuse') continue;
      const { label, at } = decode(testCase);
      expect({ family: testCase.family, label }).toEqual({ family: testCase.family, label: 'invalid' });
      // Decoding reports a missing member at the object that lacks it.
      const wanted = breakage?.kind === 'body.missing-member' ? '' : (breakage?.at ?? '');
      expect(at.startsWith(wanted)).toBe(true);
    }
  });

  it('never lower an expectation by accident', () => {
    const lowered = [...drawn]
      .filter(([, cases]) => cases.some(({ expectation }) => expectation === 'either'))
      .map(([{ name }]) => name);
    const open = /media-type\.absent|query\.(?:empty|in-body|outside-enum)/;
    expect(lowered.filter((name) => !open.test(name))).toEqual([]);
  });

  it('break a JSON member and leave the others as the schema has them', () => {
    const schema = contract.operations[id].body?.schema;
    for (const testCase of allCases(drawn)) {
      const { body } = mainStep(testCase).request;
      const { breakage, aspect } = testCase;
      if (aspect !== 'input' || schema === undefined || body?.type !== 'json' || breakage?.at === '')
        continue;
      const errors = compileSchema(schema)(body.value);
      // 2^63 can only be found in the text: JSON.parse rounds it into the range. The schema does not cover fragments.
      if (breakage?.kind !== 'body.beyond-int64' && breakage?.kind !== 'body.fragment') {
        expect(errors).not.toEqual([]);
      }
      for (const { pointer, params } of errors) {
        const missing: unknown = params['missingProperty'];
        expect(typeof missing === 'string' ? `/${missing}` : pointer).toMatch(
          new RegExp(`^${breakage?.at ?? ''}(/|$)`),
        );
      }
    }
  });

  it('shrink within their breakage and expectation', () => {
    for (const family of drawn.keys()) {
      const [first, ...smaller] = shrinks(family);
      for (const testCase of smaller) {
        expect(testCase.breakage).toEqual(first?.breakage);
        expect(testCase.expectation).toBe(first?.expectation);
        if (testCase.aspect === 'input' && testCase.expectation === 'refuse') {
          expect(decode(testCase).label).toBe('invalid');
        }
      }
    }
  });
});
