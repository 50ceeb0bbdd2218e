import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { mainStep } from '../../../generators/case.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';
import { hardInputFamilies } from '../../../generators/session/hard-input-families.ts';
import { hardPlaces } from '../../../generators/session/hard-input-places.ts';
import { inAnyOrder } from '../../../generators/text/in-any-order.ts';

const target = { basePath: '/v3', username: 'u', password: 'p' };
const slots = new Map(['client.id', 'client.secret', 'code'].map((name) => [name, 'value']));
const cases = hardInputFamilies().flatMap((family) => fc.sample(family.cases, { seed: 1, numRuns: 1 }));
const hard = cases.flatMap(({ steps }) => steps.filter(({ name }) => /^hard-(?!.*-again$)/.test(name)));

describe('cases with text that is hard to parse', () => {
  it('send every text of every place', () => {
    const wanted = Object.entries(hardPlaces).flatMap(([place, { texts }]) =>
      texts.flat().map((text) => `hard-${place}-${text}`),
    );
    expect([...new Set(hard.map(({ name }) => name))].toSorted()).toEqual(wanted.toSorted());
  });

  it('stay within the lines and bodies that servers accept', () => {
    for (const { name, request } of hard) {
      const { path, headers, body } = renderRequest(request, slots, target);
      const lines = [path.length, ...headers.map(([header, value]) => header.length + value.length)];
      expect([name, Math.max(...lines) < 8000, (body?.length ?? 0) < 100_000]).toEqual([name, true, true]);
    }
  });

  it('begin with the same request with usual text', () => {
    for (const testCase of cases) {
      const { method } = mainStep(testCase).request;
      const steps = testCase.steps.filter(({ name }) => name.startsWith('hard-'));
      expect(new Set(steps.map(({ request }) => request.method))).toEqual(new Set([method]));
    }
  });
});

describe('inAnyOrder', () => {
  it('gives every value, in different orders', () => {
    const drawn = fc.sample(inAnyOrder([1, 2, 3, 4]), { seed: 1, numRuns: 20 });
    for (const values of drawn) expect(values.toSorted()).toEqual([1, 2, 3, 4]);
    expect(new Set(drawn.map(String)).size).toBeGreaterThan(5);
  });

  it('shrinks to a single value', () => {
    const { counterexample } = fc.check(
      fc.property(inAnyOrder([1, 2, 3, 4]), (values) => !values.includes(3)),
    );
    expect(counterexample).toEqual([[3]]);
  });
});
