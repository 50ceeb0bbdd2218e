const { imul } = Math;

/** Odd, and far from a power of two, so that its products spread over all 32 bits. */
const base = 0x01000193;

/**
 * Tells at which places of a text no needle can begin, by a hash of their first characters. It excludes most places of
 * most texts, at the cost of two multiplications each.
 */
export class BeginningFilter {
  /** How many characters are hashed. */
  readonly length: number;
  /** One bit for each hash. */
  readonly #bits: Int32Array;
  readonly #mask: number;
  /** The factor of the first character of a window in its hash. */
  readonly #weight: number;

  /** Hashes the first `length` characters of the needles, which must be at least that long. */
  constructor(needles: readonly string[], length: number) {
    this.length = length;
    // At most one bit in 32 is set.
    this.#mask = 2 ** Math.max(10, Math.ceil(Math.log2(needles.length + 1)) + 5) - 1;
    this.#bits = new Int32Array((this.#mask + 1) / 32);
    let weight = 1;
    for (let at = 1; at < this.length; at += 1) weight = imul(weight, base);
    this.#weight = weight;
    for (const needle of needles) {
      const bit = this.#bitOf(this.#hashAt(needle, 0));
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** The first place from this one on where a needle may begin; -1 for none. */
  next(text: string, from: number): number {
    const last = text.length - this.length;
    if (from > last) return -1;
    let hash = this.#hashAt(text, from);
    for (let at = from; ; at += 1) {
      const bit = this.#bitOf(hash);
      if (((this.#bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) return at;
      if (at === last) return -1;
      hash = imul(hash - imul(text.charCodeAt(at), this.#weight), base);
      hash = (hash + text.charCodeAt(at + this.length)) | 0;
    }
  }

  #hashAt(text: string, start: number): number {
    let hash = 0;
    for (let at = start; at < start + this.length; at += 1)
      hash = (imul(hash, base) + text.charCodeAt(at)) | 0;
    return hash;
  }

  #bitOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}
