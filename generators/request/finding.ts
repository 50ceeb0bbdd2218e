import { isOddText } from '../text/characters.ts';

/** A reason why a request is not plainly valid, and where it is. */
export interface Oddity {
  /** `unclear`: the bytes may be read in several ways, so no other finding in them counts. */
  readonly label: 'invalid' | 'neither' | 'unclear';
  readonly at: string;
  readonly reason: string;
}

/** Reports text with characters that a server may refuse. */
export function findOddText(text: string, at: string): readonly Oddity[] {
  return isOddText(text) ? [{ label: 'neither', at, reason: 'odd characters' }] : [];
}
