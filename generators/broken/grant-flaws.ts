import fc from 'fast-check';
import type { BreakageKind } from '../breakage-kind.ts';
import type { Piece, SlotChange } from '../case.ts';
import { slot } from '../request/build-request.ts';
import { attackTexts, enoughAttacks } from '../text/attack-texts.ts';
import { inTurn } from '../text/in-turn.ts';
import type { Edit } from './edit-request.ts';
import { editForm, editQuery, isNamed, withoutPair, withPair } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList, enoughOfOne } from './flaw.ts';
import { inventedValue } from './member.ts';

const changes: readonly SlotChange[] = [
  'truncated',
  'padded',
  'case-swapped',
  'first-character-changed',
  'last-character-changed',
];

/**
 * Values that a target never issues; the code that looks them up may stumble over them. Every third one is not of VSCHAR
 * (RFC 6749 appendix A), so that a few cases meet both kinds.
 */
const oddValues = ['caf\u00E9', "' or ''='", '"', '\u4E2D\u6587', '../..', '%25', '\u{1F600}', '{}'];

/** Presents a grant that the target never issued: an invented one, or a near miss of an issued one. */
export function unknownGrantFlaws(parameter: 'code' | 'refresh_token'): readonly Flaw[] {
  return unknownValues('grant', parameter, parameter);
}

/** Authenticates the client with a wrong secret. The contract documents 401 for it on the token operation. */
export function clientSecretFlaws(): readonly Flaw[] {
  return unknownValues('client-secret', 'client_secret', 'client.secret');
}

/** Presents a value that the target issued for another purpose. */
export function misusedValueFlaw(kind: BreakageKind, parameter: string, value: Piece): Flaw {
  return valueFlaw(kind, parameter, fc.constant(value), enoughOfOne);
}

/** Presents a code as a refresh token, in a request of the other grant type. */
export function codeAsRefreshTokenFlaw(): Flaw {
  const edit = editForm((pairs) => [
    ...withPair(withoutPair(withoutPair(pairs, 'code'), 'redirect_uri'), ['grant_type', 'refresh_token']),
    ['refresh_token', slot('code')],
  ]);
  return formFlaw('grant.code-as-refresh-token', 'form:refresh_token', fc.constant(edit), enoughOfOne);
}

/**
 * Sends a redirect URI that differs from that of the authorization. RFC 6749 section 4.1.3 requires identical values.
 */
export function redirectUriFlaw(): Flaw {
  const others: readonly ((own: string) => string)[] = [
    () => 'https://other.example.org/callback',
    (own) => `${own}x`,
    (own) => `${own}/more`,
    (own) => own.replace('https:', 'http:'),
  ];
  const edits = inTurn(...others).map((change) =>
    editForm((pairs) => {
      const own = pairs.find(isNamed('redirect_uri'))?.[1];
      return withPair(pairs, ['redirect_uri', change(typeof own === 'string' ? own : '')]);
    }),
  );
  return formFlaw('grant.other-redirect-uri', 'form:redirect_uri', edits, enoughOfList(others));
}

function unknownValues(
  subject: 'grant' | 'client-secret',
  parameter: string,
  right: string,
): readonly Flaw[] {
  const near = inTurn(...changes).map((change) => slot(right, change));
  return [
    valueFlaw(`${subject}.unknown`, parameter, inventedValue(), 8),
    valueFlaw(`${subject}.near-miss`, parameter, near, enoughOfList(changes)),
    valueFlaw(`${subject}.odd`, parameter, inTurn(...oddValues), enoughOfList(oddValues)),
    valueFlaw(`${subject}.attack`, parameter, inTurn(...attackTexts), enoughAttacks),
  ];
}

function valueFlaw(kind: BreakageKind, parameter: string, values: fc.Arbitrary<Piece>, enough: number): Flaw {
  const edits = values.map((value) => editForm((pairs) => withPair(pairs, [parameter, value])));
  return formFlaw(kind, `form:${parameter}`, edits, enough);
}

function formFlaw(kind: BreakageKind, at: string, edits: fc.Arbitrary<Edit>, enough: number): Flaw {
  return { breakage: { kind, at }, aspect: 'grant', expectation: 'refuse', enough, edits };
}

const tokenChanges: readonly SlotChange[] = [
  'truncated',
  'padded',
  'blank-appended',
  'case-swapped',
  'first-character-changed',
  'last-character-changed',
];

/**
 * Revokes a token that the target never issued, or a near miss of an issued one. The contract has 404 for it. RFC 7009
 * section 2.2 has 200, and the rules on refusals take that into account.
 */
export function unknownTokenFlaws(): readonly Flaw[] {
  const near = inTurn(...tokenChanges).map((change) => slot('generated.access_token', change));
  return [
    unknownToken('token.unknown', inventedValue(), 12),
    unknownToken('token.attack', inTurn(...attackTexts), enoughAttacks),
    unknownToken('token.near-miss', near, enoughOfList(tokenChanges)),
  ];
}

function unknownToken(kind: BreakageKind, tokens: fc.Arbitrary<Piece>, enough: number): Flaw {
  return {
    breakage: { kind, at: 'query:token' },
    aspect: 'grant',
    expectation: 'refuse',
    enough,
    edits: tokens.map((token) => editQuery((pairs) => withPair(pairs, ['token', token]))),
  };
}
