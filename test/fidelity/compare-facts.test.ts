import { describe, expect, it } from '@jest/globals';
import { compareFacts, type Observation } from '../../fidelity/compare-facts.ts';
import type { Fact, Facet } from '../../fidelity/fact.ts';

const steps = [
  { name: 'register', role: 'setup' },
  { name: 'main', role: 'main' },
  { name: 'read-back', role: 'probe' },
] as const;

/** An observation written as `step facet at value` lines. */
function observed(lines: readonly string[], isUnset = false): Observation {
  const facts = lines.map((line): Fact => {
    const [step = '', facet = '', at = '', ...value] = line.split(' ');
    const role = steps.find(({ name }) => name === step)?.role ?? 'main';
    return { step, role, facet: facet as Facet, at: at === '.' ? '' : at, value: value.join(' ') };
  });
  return { facts, isUnset };
}

function differences(a: Observation, b: Observation): readonly string[] {
  return compareFacts(a, b, steps).map(
    (found) => `${found.step} ${found.facet} ${found.at}: ${found.a} -> ${found.b}`,
  );
}

describe('two observations', () => {
  it('that are alike have no difference', () => {
    const one = observed(['main outcome status 200', 'main form . object']);
    expect(differences(one, one)).toEqual([]);
  });

  it('with another outcome differ in nothing else, since all that follows comes of it', () => {
    const a = observed(['main outcome status 400', 'main form . object', 'read-back outcome status 404']);
    const b = observed(['main outcome status 200', 'main form . array', 'read-back outcome status 200']);
    expect(differences(a, b)).toEqual(['main outcome status: 400 -> 200']);
  });

  it('are compared in what comes after the main step, too', () => {
    const a = observed(['main outcome status 200', 'read-back outcome status 200']);
    const b = observed(['main outcome status 200', 'read-back outcome status 404']);
    expect(differences(a, b)).toEqual(['read-back outcome status: 200 -> 404']);
  });

  it('are not compared in their set-up unless it failed on one side', () => {
    const a = observed(['register form . object', 'main outcome status 200']);
    expect(differences(a, observed(['register form . array', 'main outcome status 200']))).toEqual([]);
    expect(differences(a, observed(['register form . array'], true))).toEqual([
      'register form : object -> array',
    ]);
    expect(differences(a, observed(['register form . object'], true))).toEqual([
      'main outcome status: 200 -> not sent',
    ]);
  });

  it('show a place of another type once, and what is below it not at all', () => {
    const a = observed(['main form . object', 'main form /a object', 'main form /a/b string']);
    const b = observed(['main form . object', 'main form /a null']);
    expect(differences(a, b)).toEqual(['main form /a: object -> null']);
  });

  it('show a member that only one has, and not the value that it has there', () => {
    const a = observed(['main form . object', 'main form /a string', 'main relation /a as sent']);
    const b = observed(['main form . object']);
    expect(differences(a, b)).toEqual(['main form /a: string -> absent']);
  });

  it('say nothing of the items of a list that is empty on one side', () => {
    const a = observed(['main form /l array', 'main form /l/* object', 'main form /l/*/id string']);
    const b = observed(['main form /l array']);
    expect(differences(a, b)).toEqual([]);
    expect(differences(a, observed(['main form /l array', 'main form /l/* object']))).toEqual([
      'main form /l/*/id: string -> absent',
    ]);
  });

  it('show headers and redirects that only one has', () => {
    const b = observed(['main header allow get', 'main redirect destination x']);
    expect(differences(observed([]), b)).toEqual([
      'main header allow: absent -> get',
      'main redirect destination: absent -> x',
    ]);
  });
});
