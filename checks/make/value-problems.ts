import { measuredBits } from './measured-bits.ts';

// RFC 6749 section 10.10 requires a probability of at most 2^-128. A measurement from a sample underestimates the
// entropy. The OpenID Foundation's suite therefore allows 32 bits of slack, and so do we.
const leastBits = 96;
const leastStateBits = 64;

/** Says that too few bits vary in credentials; null if there are enough. */
export function guessableValue(values: readonly string[]): string | null {
  return tooFewBits(values, leastBits);
}

/** Says that too few bits vary in login states; null if there are enough. */
export function guessableState(values: readonly string[]): string | null {
  return tooFewBits(values, leastStateBits);
}

function tooFewBits(values: readonly string[], least: number): string | null {
  const bits = measuredBits(values);
  return bits === null || bits >= least
    ? null
    : `about ${Math.floor(bits)} bits vary in ${values.length} values`;
}

/** Says how many values have a character outside VSCHAR (%x20-7E); null if none has. */
export function invisibleValue(values: readonly string[]): string | null {
  const odd = values.filter((value) => !isVisible(value)).length;
  return odd === 0 ? null : `${odd} of ${values.length} have other characters`;
}

/** Whether a text is of VSCHAR alone (RFC 6749 appendix A). */
export function isVisible(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

/** Says how many values occurred more than once; null if none did. Values are secrets, so none is quoted. */
export function repeatedValue(values: readonly string[]): string | null {
  const repeats = values.length - new Set(values).size;
  return repeats === 0 ? null : `${repeats} of ${values.length} are repeats`;
}
