import type * as fc from 'fast-check';
import { inTurn } from '../text/in-turn.ts';

/**
 * A media type with the charset that a target expects anyway, in two ways of writing that mean the same: blanks may stand
 * before the semicolon (RFC 9110 section 5.6.6), and a charset may be quoted (section 8.3.1).
 */
export function withCharsetLabel(mediaType: string): fc.Arbitrary<string> {
  return inTurn(`${mediaType} ; charset=utf-8`, `${mediaType};charset="utf-8"`);
}
