import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../checks/catalogue.ts';
import { classOfRule, mockLevelOf } from '../../checks/classification.ts';
import { differenceClasses, isBeyond, mockLevels } from '../../checks/rule-fields.ts';
import type { FactDifference } from '../../fidelity/compare-facts.ts';
import type { SplitRules } from '../../fidelity/difference.ts';
import { classify } from '../../fidelity/difference.ts';
import { namedPlace } from '../../fidelity/redirect-facts.ts';
import { likenessOf } from '../../fidelity/score.ts';

describe('the likeness of two answers', () => {
  it.each<[string, Parameters<typeof likenessOf>[0], number]>([
    ['without a difference is whole', [], 1],
    ['loses a share with each facet', ['header'], 7 / 8],
    ['loses it once, however often the facet differs', ['header', 'header', 'form'], 6 / 8],
    ['loses nothing by incidental headers', ['incidental header'], 1],
    ['with another outcome is none', ['outcome'], 0],
    [
      'that differ in all but the outcome is none',
      ['media type', 'header', 'form', 'reason', 'constant', 'relation', 'redirect', 'rule'],
      0,
    ],
  ])('%s', (_, facets, expected) => {
    expect(likenessOf(facets)).toBe(expected);
  });
});

const status = { step: 'main', role: 'main', facet: 'outcome', at: 'status' } as const;
const none: SplitRules = { byA: [], byB: [] };

function only(found: FactDifference, split = none, aspect: 'input' | 'grant' = 'input'): unknown {
  const [difference, ...others] = classify([found], split, { aspect });
  expect(others).toEqual([]);
  return difference;
}

describe('a difference', () => {
  it.each([
    ['400', '200', 'too lax', 'validation'],
    ['200', '400', 'too strict', 'validation'],
    ['400', '422', 'wrong status', 'validation'],
    ['200', '302', 'wrong status', 'validation'],
    ['400', '500', 'wrong status', 'validation'],
    ['200', 'hang', 'no answer', 'shape'],
    ['200', 'not sent', 'no memory', 'memory'],
  ])('of outcome %s and %s is of class %s', (a, b, kind, level) => {
    expect(only({ ...status, a, b })).toMatchObject({ class: kind, level, odd: 'open' });
  });

  it('that is a matter of what was sent before is one of memory', () => {
    const found = { ...status, a: '404', b: '200' };
    expect(only({ ...found, role: 'probe' })).toMatchObject({ class: 'no memory', level: 'memory' });
    expect(only(found, none, 'grant')).toMatchObject({ class: 'no memory', level: 'OAuth' });
  });

  it('is told by the rules that one target violates by it', () => {
    const found = { ...status, a: '400', b: '200' };
    const split = { byA: [], byB: ['code.client.bound', 'request.invalid.refused'] };
    expect(only(found, split, 'grant')).toMatchObject({
      class: 'too lax',
      level: 'validation',
      odd: 'B',
      rules: ['code.client.bound', 'request.invalid.refused'],
    });
    expect(only(found, { byA: ['request.valid.accepted'], byB: [] })).toMatchObject({ odd: 'A' });
    expect(
      only(found, { byA: ['request.valid.accepted'], byB: ['auth.credentials.required'] }),
    ).toMatchObject({ odd: 'both' });
  });

  it('of a redirect that follows a parameter is one of laxness', () => {
    const found: FactDifference = { ...status, facet: 'redirect', a: 'elsewhere', b: namedPlace };
    expect(only(found)).toMatchObject({ class: 'too lax', level: 'OAuth' });
    expect(only({ ...found, a: namedPlace, b: 'elsewhere' })).toMatchObject({ class: 'too strict' });
  });

  it('of verdicts alone is one of its own', () => {
    const shape: FactDifference = { ...status, facet: 'form', at: '/a', a: 'string', b: 'null' };
    const split = { byA: [], byB: ['response.schema.valid', 'client.read.equal'] };
    const found = classify([shape], split, { aspect: 'input' });
    expect(found).toMatchObject([
      { facet: 'form', class: 'wrong shape', rules: ['response.schema.valid'], odd: 'B' },
      { facet: 'rule', at: 'client.read.equal', class: 'no memory', a: 'kept', b: 'violated' },
    ]);
  });
});

describe('the classes and levels of rules', () => {
  it('are all that there are', () => {
    expect(new Set(catalogue.map(({ differenceClass }) => differenceClass))).toEqual(
      new Set(differenceClasses),
    );
    expect(new Set(catalogue.map(({ mockLevel }) => mockLevel))).toEqual(new Set(mockLevels));
  });

  it('are found by id, also where the catalogue has no such rule', () => {
    expect(classOfRule('client.id.unique')).toBe('static answer');
    expect(mockLevelOf('auth.refused.no-effect')).toBe('memory');
    expect(classOfRule('no.such.rule')).toBe('wrong shape');
    expect(mockLevelOf('no.such.rule')).toBe('OAuth');
  });

  it('have an order', () => {
    expect(isBeyond('memory', 'validation')).toBe(true);
    expect(isBeyond('memory', 'memory')).toBe(false);
  });
});
