import { describe, expect, it } from '@jest/globals';
import { rulesHere } from '../../fidelity/rules-here.ts';

const places = new Map([
  ['response.date.present', new Set(['header Date'])],
  ['error.kind.documented', new Set(['/kind'])],
  ['list.entity.own', new Set(['/entities/*/client_id'])],
  ['auth.credentials.required', new Set(['status'])],
  ['response.location.present', new Set(['header location'])],
  ['response.json.utf-8', new Set(['body'])],
]);

describe('the rules that a difference shows', () => {
  it.each([
    [{ facet: 'constant', at: '/kind' }, ['error.kind.documented']],
    [{ facet: 'form', at: '/entities/*/client_id' }, ['list.entity.own']],
    [{ facet: 'header', at: 'date' }, ['response.date.present']],
    [{ facet: 'redirect', at: 'scheme' }, ['response.location.present']],
    [{ facet: 'outcome', at: 'status' }, ['auth.credentials.required']],
  ] as const)('are those in its place: %j', (difference, rules) => {
    expect(rulesHere(difference, [...places.keys()], places)).toEqual(rules);
  });

  it('are its own without a place, where there is none in its place', () => {
    const difference = { facet: 'form', at: '/other' } as const;
    expect(rulesHere(difference, [...places.keys()], places)).toEqual(['response.json.utf-8']);
    expect(rulesHere(difference, ['response.json.utf-8'], new Map())).toEqual(['response.json.utf-8']);
  });

  it('are all its own for another outcome, which all else follows', () => {
    const own = ['response.date.present'];
    expect(rulesHere({ facet: 'outcome', at: 'status' }, own, new Map())).toEqual(own);
  });
});
