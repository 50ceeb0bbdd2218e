/**
 * Texts that are short for a request and long for a parser that backtracks or looks again at what it has read. Those
 * with a number show an exponential parser: each further character doubles its time, or nearly so. The others grow with
 * the given length and show a quadratic parser.
 */
export const hardTexts = {
  // An address in brackets that never ends: CVE-2022-36087 took a minute for 30 colons.
  'open-bracket-21': () => openBracket(21),
  'open-bracket-24': () => openBracket(24),
  'open-bracket-27': () => openBracket(27),
  'open-bracket-30': () => openBracket(30),
  // Nested repetitions such as (a+)+ try every way to part a run before they give up at its end.
  'letters-20': () => run('a', 20),
  'letters-24': () => run('a', 24),
  'letters-28': () => run('a', 28),
  'dotted-20': () => run('a.', 10),
  'dotted-24': () => run('a.', 12),
  'dotted-28': () => run('a.', 14),
  'blanks-20': () => `a${run(' ', 20)}`,
  'blanks-24': () => `a${run(' ', 24)}`,
  'blanks-28': () => `a${run(' ', 28)}`,
  'wildcards-20': () => run('*a', 10),
  'wildcards-24': () => run('*a', 12),
  'wildcards-28': () => run('*a', 14),
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

function openBracket(colons: number): string {
  return `http://[${':'.repeat(colons)}`;
}

/** A run, and an end that it does not have. */
function run(part: string, times: number): string {
  return `${part.repeat(times)}!`;
}

export type HardTextName = keyof typeof hardTexts;

/**
 * Sent in this order, until one takes long: that one takes seconds on a slow machine and on a quick one. The last alone
 * would keep a target busy for minutes, in which it answers nothing.
 */
export const ladders = {
  openBracket: ['open-bracket-21', 'open-bracket-24', 'open-bracket-27', 'open-bracket-30'],
  letters: ['letters-20', 'letters-24', 'letters-28'],
  dotted: ['dotted-20', 'dotted-24', 'dotted-28'],
  blanks: ['blanks-20', 'blanks-24', 'blanks-28'],
  wildcards: ['wildcards-20', 'wildcards-24', 'wildcards-28'],
} as const satisfies Readonly<Record<string, readonly HardTextName[]>>;
