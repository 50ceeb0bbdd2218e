import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../checks/catalogue.ts';
import { isBeyond, mockLevelOf, mockLevels } from '../../checks/mock-level.ts';
import type { FactDifference } from '../../fidelity/compare-facts.ts';
import { classOfRule, differenceClasses } from '../../fidelity/difference-class.ts';
import { classify, type SplitRules } from '../../fidelity/difference.ts';

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

describe('the table of classes and levels', () => {
  it('has every class and every level', () => {
    const classes = new Set(catalogue.map(({ id }) => classOfRule(id)));
    expect(differenceClasses.filter((name) => !classes.has(name))).toEqual([]);
    const levels = new Set(catalogue.map(({ id }) => mockLevelOf(id)));
    expect(mockLevels.filter((name) => !levels.has(name))).toEqual([]);
  });

  it('takes the longest beginning of an id', () => {
    expect(classOfRule('client.id.unique')).toBe('static answer');
    expect(classOfRule('client.id.never-reused')).toBe('no memory');
    expect(mockLevelOf('auth.credentials.required')).toBe('validation');
    expect(mockLevelOf('auth.refused.no-effect')).toBe('memory');
    expect(isBeyond('memory', 'validation')).toBe(true);
    expect(isBeyond('memory', 'memory')).toBe(false);
  });
});
