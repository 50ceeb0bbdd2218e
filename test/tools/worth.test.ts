import { describe, expect, it } from '@jest/globals';
import type { Family } from '../../generators/family.ts';
import { chooseCases } from '../../tools/worth/choose-cases.ts';
import { worthTable } from '../../tools/worth/worth-table.ts';
import type { Lesson } from '../../tools/worth/worth-table.ts';
import type { FamilyWorth } from '../../tools/worth/worth-tally.ts';
import { textFamily } from '../suites/engine/fake-suite.ts';

const suite = 'oauth_idp_login_get';

function worthOf(family: string, rules: FamilyWorth['rules'], facts: Partial<FamilyWorth> = {}): FamilyWorth {
  return { suite, family, cases: 4, requests: 4, pauseMs: 0, rules, ...facts };
}

const always = { judged: 4, violated: 4 };
const never = { judged: 4, violated: 0 };

function tableOf(lessons: readonly Lesson[], families: readonly Family[]) {
  const catalogued = {
    families: new Map([[suite, families] as const]),
    samples: new Set(['sample']),
    musts: new Set(['must']),
  };
  return Object.fromEntries(worthTable(lessons, catalogued).get(suite) ?? []);
}

describe('what is chosen', () => {
  it('is the cheapest that does what is needed, and no more than there is', () => {
    const dear = { enough: 9, cost: 5, gains: new Map([['a', 1]]) };
    const cheap = { enough: 2, cost: 1, gains: new Map([['a', 1]]) };
    const chosen = new Map<typeof dear, number>();
    chooseCases([dear, cheap], () => 3, chosen);
    expect([...chosen]).toEqual([
      [cheap, 2],
      [dear, 1],
    ]);
  });

  it('counts what was chosen before, and ends where nothing is gained', () => {
    const one = { enough: 9, cost: 1, gains: new Map([['a', 1]]) };
    const idle = { enough: 9, cost: 1, gains: new Map<string, number>() };
    const chosen = new Map([[one, 2]]);
    chooseCases([one, idle], () => 3, chosen);
    expect([...chosen]).toEqual([[one, 3]]);
  });
});

describe('what is learned', () => {
  const families = [textFamily('valid.finds'), textFamily('valid.also'), textFamily('valid.idle')];
  const clean = {
    fault: null,
    worths: families.map(({ name }) =>
      worthOf(name, { must: never }, { requests: name === 'valid.also' ? 40 : 4 }),
    ),
  };

  it('puts the cheapest family that finds a fault first, and into a smoke run', () => {
    const found = ['valid.also', 'valid.finds'].map((name) => worthOf(name, { must: always }));
    const table = tableOf([clean, { fault: 'f', worths: found }], families);
    expect(Object.keys(table)[0]).toBe('valid.finds');
    expect(table['valid.finds']?.smoke).toBeGreaterThan(0);
    expect(table['valid.also']?.smoke).toBe(0);
  });

  it('gives every family cases in a default run, and those more that find a fault by chance', () => {
    const seldom = [worthOf('valid.finds', { must: { judged: 4, violated: 1 } })];
    const table = tableOf([clean, { fault: 'f', worths: seldom }], families);
    expect(table['valid.idle']).toEqual({ smoke: 0, usual: 2 });
    expect(table['valid.finds']?.usual).toBeGreaterThan(20);
  });

  it('leaves cases that pause out of a smoke run', () => {
    const patient = families.map(({ name }) => worthOf(name, { must: never }, { pauseMs: 4000 }));
    const table = tableOf([{ fault: null, worths: patient }], families);
    expect(Object.values(table).map(({ smoke }) => smoke)).toEqual([0, 0, 0]);
  });

  it('asks for values where a rule judges all of them together', () => {
    const values = [worthOf('valid.finds', { sample: { judged: 8, violated: 0 } })];
    const table = tableOf([{ fault: null, worths: values }], families);
    expect(table['valid.finds']).toEqual({ smoke: 20, usual: 75 });
  });
});
