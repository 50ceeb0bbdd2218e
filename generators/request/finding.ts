import { isOddText } from '../text/characters.ts';

/** A reason why a request is not simply valid, and where it stands. */
export interface Oddity {
  /** `unclear`: the bytes may be read in several ways, so nothing else that is found in them counts. */
  readonly label: 'invalid' | 'neither' | 'unclear';
  readonly at: string;
  readonly reason: string;
}

/** A finding where text has characters that a server may refuse. */
export function findOddText(text: string, at: string): readonly Oddity[] {
  return isOddText(text) ? [{ label: 'neither', at, reason: 'odd characters' }] : [];
}
