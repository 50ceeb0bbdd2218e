import type { JsonObject } from './answer.ts';
import { Refusal } from './refusal.ts';

/** Tells whether an entity passes a filter. */
export type Filter = (entity: JsonObject) => boolean;

const comparison = /^([\w.-]+)(==|!=|=lt=|=le=|=gt=|=ge=)([^()]*)$/;

const tests: Readonly<Record<string, (value: string, given: string) => boolean>> = {
  '==': (value, given) => wildcards(given).test(value),
  '!=': (value, given) => !wildcards(given).test(value),
  '=lt=': (value, given) => value < given,
  '=le=': (value, given) => value <= given,
  '=gt=': (value, given) => value > given,
  '=ge=': (value, given) => value >= given,
};

/**
 * Parses a FIQL filter (draft-nottingham-atompub-fiql-00): comparisons, `;` for and, `,` for or, which binds less
 * tightly. Groups in parentheses are refused. The empty filter passes everything.
 */
export function parseFilter(text: string): Filter {
  if (text === '') return () => true;
  const alternatives = text.split(',').map((part) => part.split(';').map(parseComparison));
  return (entity) => alternatives.some((all) => all.every((matches) => matches(entity)));
}

function parseComparison(text: string): Filter {
  const [, name = '', operator = '', argument = ''] = comparison.exec(text) ?? [];
  const test = tests[operator];
  if (test === undefined) throw new Refusal(400, 'INVALID_ARGUMENT', 'The filter is not FIQL.');
  const given = decodeArgument(argument);
  return (entity) => {
    const value = Object.hasOwn(entity, name) ? entity[name] : undefined;
    return [value].flat().some((item) => typeof item === 'string' && test(item, given));
  };
}

function decodeArgument(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function wildcards(given: string): RegExp {
  const parts = given.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
