import type { BreakageKind } from '../breakage-kind.ts';
import type { Expectation, Piece } from '../case.ts';
import { setLastSegment } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList } from './flaw.ts';
import { inTurn } from '../text/in-turn.ts';

/** Names a client in the path by text that is not a plain segment. */
export function pathFlaws(): readonly Flaw[] {
  return [
    // A gateway may refuse, normalize or redirect these before any client is looked up.
    pathFlaw('path.encoded-slash', 'clean', raw(['a%2Fb', '%2F', 'a%5Cb', '%2Fetc%2Fpasswd'])),
    pathFlaw('path.dot-segment', 'clean', raw(['..', '.', '%2e%2e', '%2E', '..%2f..', '..;'])),
    pathFlaw('path.bad-escape', 'clean', raw(['%ZZ', 'a%', '%4', '%C3%28', '%80', '%u0041'])),
    pathFlaw('path.control-character', 'clean', ['\0', 'a\0b', 'a\r\nb', '\u007F']),
    pathFlaw('path.empty-segment', 'clean', raw(['', '/', '/a'])),
    // No target has clients of these names, since the target chooses the identifiers.
    pathFlaw('path.unicode', 'refuse', ['kliënt', '客户端', '\u{1F511}', 'a\u0301']),
    pathFlaw('path.punctuation', 'refuse', ["' OR '1'='1", '"a"', '<a>', '{client_id}', '*', '$a', 'a b']),
    pathFlaw(
      'path.long-segment',
      'refuse',
      ['a', '0', 'Z'].map((letter) => letter.repeat(4096)),
    ),
  ];
}

function pathFlaw(kind: BreakageKind, expectation: Expectation, segments: readonly Piece[]): Flaw {
  const edits = inTurn(...segments).map(setLastSegment);
  return {
    breakage: { kind, at: 'path' },
    aspect: 'path',
    expectation,
    enough: enoughOfList(segments),
    edits,
  };
}

function raw(texts: readonly string[]): readonly Piece[] {
  return texts.map((text) => ({ raw: text }));
}
