import type { JsonObject } from '../../spec/json-object.ts';
import { matchesGlob } from '../read-target-file.ts';
import { Refusal } from './refusal.ts';
import { splitAt } from './read-pairs.ts';

/** Whether a filter matches an entity. */
export type Filter = (entity: JsonObject) => boolean;

type Test = (value: string, given: string) => boolean;

const tests: readonly (readonly [operator: string, test: Test])[] = [
  ['==', (value, given) => matchesGlob(given, value)],
  ['!=', (value, given) => !matchesGlob(given, value)],
  ['=lt=', (value, given) => value < given],
  ['=le=', (value, given) => value <= given],
  ['=gt=', (value, given) => value > given],
  ['=ge=', (value, given) => value >= given],
];

const groups = /[()]/;

/**
 * Parses a FIQL filter (draft-nottingham-atompub-fiql-00): comparisons, `;` for and, `,` for or, which binds less
 * tightly. Groups in parentheses are refused. The empty filter matches everything.
 */
export function parseFilter(text: string): Filter {
  if (text === '') return () => true;
  const alternatives = text.split(',').map((part) => part.split(';').map(parseComparison));
  return (entity) => alternatives.some((all) => all.every((matches) => matches(entity)));
}

function parseComparison(text: string): Filter {
  const found = tests.find(([operator]) => text.includes(operator));
  if (found === undefined || groups.test(text)) throw notFiql();
  const [operator, test] = found;
  const [name, argument] = splitAt(text, operator);
  if (name === '') throw notFiql();
  const given = decodeArgument(argument);
  return (entity) => {
    const value = Object.hasOwn(entity, name) ? entity[name] : undefined;
    return [value].flat().some((item) => typeof item === 'string' && test(item, given));
  };
}

function notFiql(): Refusal {
  return new Refusal(400, 'INVALID_ARGUMENT', 'The filter is not FIQL.');
}

function decodeArgument(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
