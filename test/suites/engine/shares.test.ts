import { beforeAll, describe, expect, it } from '@jest/globals';
import { familiesOf } from '../../../generators/families.ts';
import { effortNames } from '../../../generators/effort.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import { suiteIds } from '../../../spec/operation-ids.ts';
import type { SuiteId } from '../../../spec/operation-ids.ts';
import type { Contract } from '../../../spec/operation.ts';
import { drawCases } from '../../../suites/engine/draw-cases.ts';
import type { DrawnCase } from '../../../suites/engine/draw-cases.ts';
import {
  countLeftOut,
  familyPlaceOf,
  familyPlaces,
  firstPassOf,
  sharesOf,
} from '../../../suites/engine/shares.ts';
import { worth } from '../../../suites/engine/worth.ts';
import { textFamily } from './fake-suite.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

describe.each(suiteIds)('the efforts of %s', (suite) => {
  it('know every family of the contract that gives cases, and no other', () => {
    const named = familiesOf(contract, suite).flatMap(({ name, enough }) => (enough > 0 ? [name] : []));
    expect(Object.keys(worth[suite] ?? {}).toSorted()).toEqual(named.toSorted());
  });

  it('draw all cases of a smaller effort', () => {
    const [smoke = [], usual = [], thorough = []] = effortNames.map((runs) => [...sharesIn(suite, runs)]);
    expect(exceeding(smoke, usual)).toEqual([]);
    expect(exceeding(usual, thorough)).toEqual([]);
    expect(countOf(smoke)).toBeLessThan(countOf(usual));
    expect(countOf(usual)).toBeLessThanOrEqual(countOf(thorough));
  });

  it('leave no family out of a default run', () => {
    expect(countLeftOut({ ...planOf(suite, 'default'), replay: null })).toBe(0);
  });

  it('draw what finds most first, and every case once', () => {
    const plan = planOf(suite, 'default');
    const drawn = [...drawCases(plan)].map(nameOf);
    const usual = [...drawCases(plan)].filter(({ family }) => familyPlaceOf(family) === 'usual').map(nameOf);
    const first = [...firstPassOf(plan).values()].reduce((sum, share) => sum + share, 0);
    const smoke = [...drawCases(planOf(suite, 'smoke'))]
      .filter(({ family }) => familyPlaceOf(family) === 'usual')
      .map(nameOf);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(usual.slice(0, first)).toEqual(smoke);
  });
});

describe('the shares of another contract', () => {
  const families = [textFamily('valid.new'), textFamily('broken.new', { polarity: 'broken', enough: 1 })];

  it('have each family that is not known', () => {
    const shares = sharesOf({ suite: 'oauth_idp_login_get', families, runs: 'default' });
    expect([...shares.values()]).toEqual([2, 1]);
  });

  it('begin with one case of each', () => {
    const drawn = [...drawCases({ suite: 'oauth_idp_login_get', families, runs: 10, seed: 1 })];
    expect(drawn.slice(0, 2).map(({ family }) => family)).toEqual(families);
  });
});

describe('the cases of sessions', () => {
  it('begin with those that pause, and end with those that run alone and those that may end the target', () => {
    const places = [...drawCases(planOf('session', 'default'))].map(({ family }) => familyPlaceOf(family));
    expect(places).toEqual(
      places.toSorted((one, other) => familyPlaces.indexOf(one) - familyPlaces.indexOf(other)),
    );
    expect(new Set(places).size).toBe(familyPlaces.length);
  });
});

function nameOf({ path }: DrawnCase): string {
  return `${path.family} ${path.chunk} ${path.steps.join('/')}`;
}

function planOf(suite: SuiteId, runs: (typeof effortNames)[number]) {
  return { suite, families: familiesOf(contract, suite), runs, seed: 1 };
}

function sharesIn(suite: SuiteId, runs: (typeof effortNames)[number]) {
  return sharesOf(planOf(suite, runs));
}

type Shares = readonly (readonly [{ readonly name: string }, number])[];

function exceeding(less: Shares, more: Shares): readonly string[] {
  const most = new Map(more.map(([family, share]) => [family, share]));
  return less.flatMap(([family, share]) => (share > (most.get(family) ?? 0) ? [family.name] : []));
}

function countOf(shares: Shares): number {
  return shares.reduce((sum, [, share]) => sum + share, 0);
}
