import { measuredBits } from './sample-rule.ts';

// RFC 6749 section 10.10 asks for a chance of at most 2^-128. A measurement from a sample falls short of what there
// is, so the OpenID Foundation's suite allows 32 bits of slack; so do we.
const leastBits = 96;
const leastStateBits = 64;

/** How few bits vary in credentials, in words, or null where they are enough. */
export function guessableValue(values: readonly string[]): string | null {
  return tooFewBits(values, leastBits);
}

/** How few bits vary in the states of logins, in words, or null where they are enough. */
export function guessableState(values: readonly string[]): string | null {
  return tooFewBits(values, leastStateBits);
}

function tooFewBits(values: readonly string[], least: number): string | null {
  const bits = measuredBits(values);
  return bits === null || bits >= least
    ? null
    : `about ${Math.floor(bits)} bits vary in ${values.length} values`;
}

/** How many values have a character outside VSCHAR (%x20-7E), in words, or null where none has. */
export function invisibleValue(values: readonly string[]): string | null {
  const odd = values.filter((value) => !/^[\x20-\x7E]*$/.test(value)).length;
  return odd === 0 ? null : `${odd} of ${values.length} have other characters`;
}

/** How many values came more than once, in words, or null where none did. Values are secrets: none is quoted. */
export function repeatedValue(values: readonly string[]): string | null {
  const repeats = values.length - new Set(values).size;
  return repeats === 0 ? null : `${repeats} of ${values.length} are repeats`;
}
