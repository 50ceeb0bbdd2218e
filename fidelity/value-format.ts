/** Alphabets that random values are written in. One is a part of the next, so the first that fits counts. */
const alphabets: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a number', /^\d+$/],
  ['a UUID', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['hexadecimal', /^[\da-f]+$/i],
  ['URL-safe', /^[\w-]+$/],
  ['a JWT', /^[\w-]+\.[\w-]+\.[\w-]*$/],
  ['visible ASCII', /^[!-~]+$/],
  ['ASCII', /^[ -~]+$/],
];

/** The format of a value that a target chose: its alphabet, and its length up to the next power of two. */
export function valueFormat(value: unknown): string {
  if (typeof value !== 'string') return value === null ? 'null' : typeof value;
  if (value === '') return 'empty';
  const [name] = alphabets.find(([, pattern]) => pattern.test(value)) ?? ['any text'];
  return `${name}, up to ${2 ** Math.ceil(Math.log2(value.length))} characters`;
}
