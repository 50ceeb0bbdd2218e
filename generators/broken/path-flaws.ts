import type { BreakageKind } from '../breakage-kind.ts';
import type { Expectation, Piece } from '../case.ts';
import { attackTexts, enoughAttacks } from '../text/attack-texts.ts';
import { setLastSegment } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList } from './flaw.ts';
import { inTurn } from '../text/in-turn.ts';

const badEscapes = ['%ZZ', 'a%', '%4', '%C3%28', '%80', '%u0041'];

/** Names a client in the path by text that is not a plain segment. */
export function pathFlaws(): readonly Flaw[] {
  return [
    // A gateway may refuse, normalize or redirect these before any client is looked up. No target has such a client, and
    // the contract defines none of these methods where the path leads once it is normalized.
    pathFlaw('path.encoded-slash', 'refuse', raw(['a%2Fb', '%2F', 'a%5Cb', '%2Fetc%2Fpasswd'])),
    pathFlaw('path.dot-segment', 'refuse', raw(['.', '%2e', '%2E'])),
    // A decoder that throws where nobody catches ends its process, as in Stoplight Prism.
    { ...pathFlaw('path.bad-escape', 'refuse', raw(badEscapes)), isCrashProne: true },
    pathFlaw('path.control-character', 'refuse', ['\0', 'a\0b', 'a\r\nb', '\u007F']),
    pathFlaw('path.empty-segment', 'refuse', raw(['', '/', '/a'])),
    // These lead out of what the contract describes.
    pathFlaw('path.parent-segment', 'clean', raw(['..', '%2e%2e', '..%2f..', '..;'])),
    // No target has clients of these names, since the target chooses the identifiers.
    pathFlaw('path.attack', 'refuse', attackTexts, enoughAttacks),
    pathFlaw('path.unicode', 'refuse', ['kliënt', '客户端', '\u{1F511}', 'a\u0301']),
    pathFlaw('path.punctuation', 'refuse', ["' OR '1'='1", '"a"', '<a>', '{client_id}', '*', '$a', 'a b']),
    pathFlaw(
      'path.long-segment',
      'refuse',
      ['a', '0', 'Z'].map((letter) => letter.repeat(4096)),
    ),
  ];
}

function pathFlaw(
  kind: BreakageKind,
  expectation: Expectation,
  segments: readonly Piece[],
  enough: number = enoughOfList(segments),
): Flaw {
  const edits = inTurn(...segments).map(setLastSegment);
  return {
    breakage: { kind, at: 'path' },
    aspect: 'path',
    expectation,
    enough,
    edits,
  };
}

function raw(texts: readonly string[]): readonly Piece[] {
  return texts.map((text) => ({ raw: text }));
}
