/**
 * A 32-bit seed made from the run's seed and the names of what it is for, so that each family's cases are the
 * same whatever else is run (FNV-1a over the UTF-16 code units, then a final mix).
 */
export function deriveSeed(seed: number, ...names: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const name of names) {
    for (const unit of `${name}\u0000`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
