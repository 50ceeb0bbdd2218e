import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { mainStep } from '../../../generators/case.ts';
import type { Case, Piece } from '../../../generators/case.ts';
import type { Family } from '../../../generators/family.ts';
import { RenderError } from '../../../generators/request/render-piece.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';
import { redirectEvasions } from '../../../generators/session/redirect-evasions.ts';
import { redirectUri } from '../../../generators/session/session-client.ts';
import { buildSessionFamilies } from '../../../generators/session/session-families.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';

let families: readonly Family[];
beforeAll(async () => {
  families = buildSessionFamilies(await loadBundledContract());
});

const draw = (family: Family): readonly Case[] => fc.sample(family.cases, { seed: 7, numRuns: 8 });

const target = { basePath: '', username: 'u', password: 'p' };

/** Slots that no earlier step could have filled, even if the target accepted all of them. */
function unmetSlots({ steps }: Case): readonly string[] {
  const slots = new Map<string, string>();
  const unmet: string[] = [];
  for (const step of steps) {
    try {
      renderRequest(step.request, slots, target);
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      unmet.push(`${step.name}: ${error.at}`);
    }
    for (const { slot } of step.captures) slots.set(slot, 'value');
  }
  return unmet;
}

describe('buildSessionFamilies', () => {
  it('gives families of different names', () => {
    expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
  });

  it('draws the same cases for the same seed', () => {
    for (const family of families) expect(draw(family)).toEqual(draw(family));
  });

  it('makes cases of one main step, of that operation, with steps of different names', () => {
    for (const testCase of families.flatMap(draw)) {
      expect(testCase.steps.filter(({ role }) => role === 'main')).toHaveLength(1);
      expect(mainStep(testCase).operation).toBe(testCase.operation);
      expect(mainStep(testCase).name).toBe('main');
      expect(new Set(testCase.steps.map(({ name }) => name)).size).toBe(testCase.steps.length);
    }
  });

  it('names its cases after the family and breaks exactly those of broken families', () => {
    for (const family of families) {
      for (const { family: name, breakage } of draw(family)) {
        expect(name).toBe(family.name);
        expect(breakage === null).toBe(family.polarity === 'valid');
      }
    }
  });

  it('uses no slot that no earlier step captures', () => {
    for (const testCase of families.flatMap(draw))
      expect([testCase.family, unmetSlots(testCase)]).toEqual([testCase.family, []]);
  });

  it('sends only JSON values, so that a case can be logged', () => {
    for (const testCase of families.flatMap(draw)) {
      expect(JSON.parse(JSON.stringify(testCase))).toEqual(JSON.parse(JSON.stringify(testCase)) as Case);
      const pieces: readonly Piece[] = testCase.steps.flatMap(({ request }) => request.path);
      expect(pieces).not.toContain('');
    }
  });

  it('keeps steps that are sent together next to one another', () => {
    for (const { steps } of families.flatMap(draw)) {
      const keys = steps.map(({ together }) => together);
      for (const key of new Set(keys.filter((one) => one !== undefined))) {
        const [first, last] = [keys.indexOf(key), keys.lastIndexOf(key)];
        expect(new Set(keys.slice(first, last + 1))).toEqual(new Set([key]));
      }
    }
  });

  it('shrinks within the class of the case', () => {
    const model = families.find(({ name }) => name === 'model.grants');
    if (model === undefined) throw new TypeError('no model family');
    const failing = fc.check(
      fc.property(model.cases, ({ steps }) => !steps.some(({ name }) => name.endsWith('-redeem'))),
      { seed: 3, numRuns: 200 },
    );
    const [shortest] = failing.counterexample ?? [];
    expect(shortest?.steps.length).toBeLessThanOrEqual(5);
    expect(shortest === undefined ? ['none'] : unmetSlots(shortest)).toEqual([]);
  });
});

describe('redirectEvasions', () => {
  it.each(Object.entries(redirectEvasions))('%s never gives the registered URI', (_, evade) => {
    fc.assert(fc.property(redirectUri, (uri) => evade(uri) !== uri));
  });
});
