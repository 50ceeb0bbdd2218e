import { changeSlot } from '../../generators/request/change-slot.ts';
import type { Sign, Text } from './reproduction.ts';

// These functions judge the recorded answers here, and are written into the Jest file of a run. So they use nothing but
// each other and `changeSlot`.

/** An answer, whoever received it. */
export interface PortableAnswer {
  /** Null if no whole answer came. */
  readonly status: number | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** The body as JSON; undefined if it is none. */
  readonly json: unknown;
}

/** The values of slots by name. */
export type Values = Readonly<Record<string, string>>;

/** A text with its values. Throws an Error for a slot that has none. */
export function write(text: Text, values: Values): string {
  return text.map((part) => (typeof part === 'string' ? part : writeBlank(part, values))).join('');
}

function writeBlank({ slot, change, written }: Exclude<Text[number], string>, values: Values): string {
  const value = values[slot];
  if (value === undefined) throw new Error(`${slot} has no value`);
  const changed = change === null ? value : changeSlot(value, change);
  if (written === 'plain') return changed;
  const encoded = encodeURIComponent(changed).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return written === 'plus' ? encoded.replaceAll('%20', '+') : encoded;
}

/** Whether an answer has the sign of a violation. */
export function shows(sign: Sign, answer: PortableAnswer, values: Values): boolean {
  if (sign.sign === 'no answer') return answer.status === null;
  if (answer.status === null) return false;
  if (sign.sign === 'status not') return !hasStatus(answer, sign.lawful);
  if (sign.sign === 'status') return hasStatus(answer, sign.seen);
  if (sign.sign === 'body empty') return answer.body === '';
  if (sign.sign === 'answer contains') return containsAny(answer, sign.texts, values);
  return 'pointer' in sign ? showsInMember(sign, answer, values) : showsInHeader(sign, answer, values);
}

/** A redirect that tells an error is a refusal like a 4xx. */
function hasStatus(answer: PortableAnswer, patterns: readonly string[]): boolean {
  const status = String(answer.status);
  const [location = ''] = valuesOf(answer, 'location');
  const isRefusal = status.startsWith('3') && /[?&#]error=[^&#]|\/errors?\/?(?:[?#]|$)/i.test(location);
  return patterns.some(
    (pattern) => pattern.replace('xx', status.slice(1)) === status || (isRefusal && pattern.startsWith('4')),
  );
}

function containsAny({ headers, body }: PortableAnswer, texts: readonly Text[], values: Values): boolean {
  const whole = [...headers.map(([name, value]) => `${name}: ${value}`), body].join('\n');
  return texts.map((text) => write(text, values)).some((text) => text !== '' && whole.includes(text));
}

/** The values of a header, whatever the letter case of its name. */
export function valuesOf({ headers }: PortableAnswer, name: string): readonly string[] {
  return headers.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

function showsInHeader(
  sign: Extract<Sign, { sign: `header${string}` | `parameter${string}` }>,
  answer: PortableAnswer,
  values: Values,
): boolean {
  switch (sign.sign) {
    case 'header absent':
      return valuesOf(answer, sign.name).length === 0;
    case 'header':
      return valuesOf(answer, sign.name).some((value) => isLike(value, sign.seen, values));
    default: {
      const [value] = valuesOf(answer, sign.header);
      if (value === undefined) return false;
      const isThere = value
        .split(/[?&#]/)
        .slice(1)
        .some((pair) => pair.startsWith(`${sign.parameter}=`));
      return isThere === (sign.sign === 'parameter present');
    }
  }
}

/** Whether a value is this text, in which null stands for any text. */
function isLike(value: string, seen: readonly (Text[number] | null)[], values: Values): boolean {
  const pattern = seen.map((part) =>
    part === null ? '.*' : write([part], values).replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'),
  );
  return new RegExp(`^${pattern.join('')}$`, 's').test(value);
}

function showsInMember(
  sign: Extract<Sign, { readonly pointer: string }>,
  { json }: PortableAnswer,
  values: Values,
): boolean {
  const value = pointed(json, sign.pointer);
  const text = value === undefined ? null : JSON.stringify(value);
  switch (sign.sign) {
    case 'member':
      return text === (sign.seen === null ? null : write(sign.seen, values));
    case 'member not':
      return text !== null && text !== write(sign.lawful, values);
    case 'number outside':
      return !(typeof value === 'number' && value >= sign.least && value <= sign.most);
    case 'type not':
      return typeOf(value) !== sign.lawful;
    case 'filled':
      return Array.isArray(value) && value.length > 0;
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The value at a JSON pointer; undefined if there is none. */
export function pointed(json: unknown, pointer: string): unknown {
  let value = json;
  for (const segment of pointer.split('/').slice(1)) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(name);
  }
  return value;
}

/** All functions of this module. */
export const runtimeFunctions = [
  write,
  writeBlank,
  shows,
  hasStatus,
  containsAny,
  valuesOf,
  showsInHeader,
  isLike,
  showsInMember,
  typeOf,
  pointed,
] as const;
