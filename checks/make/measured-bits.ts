/** With fewer values, the variation cannot be measured. */
const leastValues = 16;

/** The alphabets that values may be written in, smallest first. */
const alphabets: readonly (readonly [RegExp, number])[] = [
  [/^[0-9]*$/, 10],
  [/^[0-9a-f]*$|^[0-9A-F]*$/, 16],
  [/^[0-9a-z]*$|^[0-9A-Z]*$/, 36],
  [/^[0-9A-Za-z]*$/, 62],
];
const largestAlphabet = 64;

/**
 * Estimates, position by position, how many bits vary in values that ought to be random. A prefix that all values share
 * counts nothing. If a position shows far fewer characters than chance would, only those count. Null if there are too
 * few values to tell. This is an upper bound: hashes of a counter look random.
 */
export function measuredBits(values: readonly string[]): number | null {
  const distinct = [...new Set(values)];
  if (distinct.length < leastValues) return null;
  const shortest = distinct.reduce((least, { length }) => Math.min(least, length), Infinity);
  const alphabet = alphabetSize(distinct.join('').replace(/[-_.~+/=]/g, ''));
  const start = Math.max(0, commonLength(distinct));
  let bits = 0;
  for (let position = start; position < shortest; position += 1) {
    bits += positionBits(new Set(distinct.map((value) => value[position])).size, alphabet, distinct.length);
  }
  return bits;
}

function positionBits(occurring: number, alphabet: number, values: number): number {
  // The expected number of different characters after this many random draws.
  const byChance = alphabet * (1 - (1 - 1 / alphabet) ** values);
  return Math.log2(occurring < byChance / 2 ? occurring : Math.max(occurring, alphabet));
}

function alphabetSize(text: string): number {
  return alphabets.find(([pattern]) => pattern.test(text))?.[1] ?? largestAlphabet;
}

/** The length of the prefix that all values share. */
function commonLength(values: readonly string[]): number {
  const [first = ''] = values;
  let length = 0;
  while (length < first.length && values.every((value) => value[length] === first[length])) length += 1;
  return length;
}
