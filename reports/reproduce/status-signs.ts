import type { Sign } from './reproduction.ts';

/** What shows that a status is not as a rule wants it, by the words of the rule; the surest first. */
export function statusSigns(expected: string, actual: string): readonly Sign[] {
  return [...byWords(expected), ...bySight(actual)];
}

function byWords(expected: string): readonly Sign[] {
  if (expected === 'no 5xx') return [{ sign: 'status', seen: ['5xx'] }];
  if (expected.startsWith('a success')) return [{ sign: 'status', seen: ['4xx'] }];
  const [, unwanted] = /^any but (\d{3})$/.exec(expected) ?? [];
  if (unwanted !== undefined) return [{ sign: 'status', seen: [unwanted] }];
  if (expected.startsWith('a refusal with a 4xx')) return [{ sign: 'status not', lawful: ['4xx', '5xx'] }];
  const lawful = [
    ...(/^(?:\D*\b[1-5]\d\d\b)+/.exec(expected)?.[0].match(/\b[1-5]\d\d\b/g) ?? []),
    ...(/\ba(?:nother)? 4xx$/.test(expected) ? ['4xx'] : []),
    ...(expected.endsWith(', or an error') ? ['4xx', '5xx'] : []),
  ];
  return lawful.length === 0 ? [] : [{ sign: 'status not', lawful }];
}

/** Where the words say nothing, such as "as the same request in its usual form", the same status shows it again. */
function bySight(actual: string): readonly Sign[] {
  const [seen] = /^[1-5]\d\d\b/.exec(actual) ?? [];
  return seen === undefined ? [] : [{ sign: 'status', seen: [seen] }];
}
