import { Buffer } from 'node:buffer';
import type { Exchange } from '../../driver/exchange.ts';

/** Replaces what is chance in the texts of a case. Equal values get equal placeholders. */
export type Mask = (text: string) => string;

/** Words that may be identifiers, codes or tokens. */
const word = /[A-Za-z0-9_-]{6,}/g;
/** Shorter beginnings and ends are shared by chance. */
const likeness = 8;

/**
 * What two runs of one case do not share is chance: identifiers, codes, tokens. `texts` are all texts of the run to be
 * masked, and `again` those of the other run. Times and the address of the target are masked by their form.
 */
export function maskChance(texts: readonly string[], again: readonly string[], origin: string): Mask {
  const fixed = (text: string): string => maskTimes(text.replaceAll(origin, 'https://target'));
  const lasting = new Set(again.flatMap((text) => fixed(text).match(word) ?? []));
  const chance = new Set(
    texts.flatMap((text) => fixed(text).match(word) ?? []).filter((value) => !lasting.has(value)),
  );
  const names = namesOf(chance, new Map(texts.flatMap(kindsIn)));
  return (text) => fixed(text).replaceAll(word, (value) => names.get(value) ?? value);
}

/** Names values in the order in which they came, and near misses after the value that they come near. */
function namesOf(
  values: ReadonlySet<string>,
  kinds: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const value of values) {
    const near = [...names].find(([other]) => isLike(value, other));
    const kind = near === undefined ? (kinds.get(value) ?? 'value') : `changed ${near[1].slice(1, -1)}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    names.set(value, near === undefined || count > 1 ? `<${kind} ${count}>` : `<${kind}>`);
  }
  return names;
}

/** All texts of a run in which chance is looked for: paths, headers and bodies. */
export function textsOf(exchanges: Iterable<Exchange>): readonly string[] {
  return [...exchanges].flatMap(({ request, response }) => [
    request.path,
    ...request.headers.map(([, value]) => value),
    Buffer.from(request.body ?? []).toString('utf8'),
    ...(response === null ? [] : [...response.headers.values()].flat()),
    response?.text ?? Buffer.from(response?.body ?? []).toString('utf8'),
  ]);
}

/** What values are called, by the members and parameters in which they stand. */
function kindsIn(text: string): readonly (readonly [value: string, kind: string])[] {
  const member = /"(client_id|client_secret|uuid|access_token|refresh_token)"\s*:\s*"([\w-]+)"/g;
  const parameter = /[?&#](code|state)=([\w-]+)/g;
  return [...text.matchAll(member), ...text.matchAll(parameter)].map(([, kind = '', value = '']) => [
    value,
    kind === 'uuid' ? 'id' : kind.replace('_', ' '),
  ]);
}

/** Whether a value is another one with a change at one of its ends, or in its case. */
function isLike(value: string, other: string): boolean {
  if (other.length < 2 * likeness) return false;
  return (
    value.startsWith(other.slice(0, -likeness)) ||
    value.endsWith(other.slice(likeness)) ||
    value.toLowerCase() === other.toLowerCase()
  );
}

/** Replaces times by one time in the same form. */
function maskTimes(text: string): string {
  return text
    .replaceAll(
      /\d{4}-\d\d-\d\d([T ])\d\d:\d\d:\d\d(\.\d+)?/g,
      (_time, between: string, fraction?: string) =>
        `2026-01-31${between}12:00:00${fraction === undefined ? '' : '.000'}`,
    )
    .replaceAll(/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d/g, 'Sat, 31 Jan 2026 12:00:00')
    .replaceAll(/\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d( \d{4})? \d\d:\d\d:\d\d/g, 'Sat Jan 31$1 12:00:00')
    .replaceAll(/\b[A-Z][a-z]+day, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d/g, 'Saturday, 31-Jan-26 12:00:00')
    .replaceAll(/\b1[789]\d{11}\b/g, '1769860800000')
    .replaceAll(/\b1[789]\d{8}\b/g, '1769860800')
    .replaceAll(/\b\d+(?:\.\d+)? ms\b/g, '… ms');
}
