/**
 * Texts that are short for a request and long for a parser that backtracks or looks again at what it has read. The ones
 * of fixed length show an exponential parser: each further character doubles its time, or nearly so. That is seconds
 * within a usual timeout, not hours. The others grow with the given length and show a quadratic parser.
 */
export const hardTexts = {
  // An address in brackets that never ends: CVE-2022-36087 took a minute for 30 colons.
  'open-bracket': () => `http://[${':'.repeat(24)}`,
  'open-bracket-longer': () => `http://[${':'.repeat(30)}`,
  // Nested repetitions such as (a+)+ try every way to part a run before they give up at its end.
  'letters-short': () => `${'a'.repeat(28)}!`,
  'dotted-short': () => `${'a.'.repeat(14)}!`,
  'blanks-short': () => `a${' '.repeat(28)}!`,
  'wildcards-short': () => `${'*a'.repeat(14)}!`,
  letters: (length) => `${'a'.repeat(length)}!`,
  blanks: (length) => `a${' '.repeat(length)}!`,
  slashes: (length) => `https://app.example.com/${'/'.repeat(length)}`,
  ampersands: (length) => '&'.repeat(length),
  semicolons: (length) => ';'.repeat(length),
  commas: (length) => ','.repeat(length),
  equals: (length) => '='.repeat(length),
  dots: (length) => '.'.repeat(length),
  parentheses: (length) => '('.repeat(length),
  // Each round of decoding leaves one escape for the next.
  'escaped-escapes': (length) => `%${'25'.repeat(Math.floor(length / 2))}41`,
  'open-quote': (length) => `"${'\\"'.repeat(Math.floor(length / 2))}`,
  'json-nesting': (length) => `{"x":${'['.repeat(Math.floor(length / 10))}`,
  'json-digits': (length) => `{"x":${'1'.repeat(length)}}`,
  'json-blanks': (length) => `{"x":1${' '.repeat(length)}`,
  'json-escapes': (length) => `{"x":"${'\\u005c'.repeat(Math.floor(length / 6))}`,
} as const satisfies Readonly<Record<string, (length: number) => string>>;

export type HardTextName = keyof typeof hardTexts;
