import fc from 'fast-check';
import type { Operation } from '../../spec/operation.ts';
import type { Credentials } from '../case.ts';
import { setLastSegment } from './edit-request.ts';
import type { Edit } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { alphanumeric } from './opaque-text.ts';

/**
 * Calls without the user's credentials, or with wrong ones. Few of each: gateways lock accounts after a number of
 * wrong passwords.
 */
export function credentialsFlaws({ method, path }: Operation): readonly Flaw[] {
  return [
    credentialsFlaw('credentials.none', fc.constant({ type: 'none' })),
    credentialsFlaw('credentials.wrong-user', fc.constant({ type: 'wrong-user' })),
    credentialsFlaw('credentials.wrong-password', fc.constant({ type: 'wrong-password' })),
    credentialsFlaw('credentials.empty-password', fc.constant({ type: 'empty-password' })),
    credentialsFlaw('credentials.other-case-password', fc.constant({ type: 'case-swapped-password' })),
    credentialsFlaw('credentials.truncated-password', fc.constant({ type: 'truncated-password' })),
    credentialsFlaw('credentials.padded-password', fc.constant({ type: 'padded-password' }), 1),
    credentialsFlaw('credentials.malformed', headers(malformed), malformed.length),
    credentialsFlaw('credentials.other-scheme', headers(otherSchemes), otherSchemes.length),
    credentialsFlaw('credentials.unknown-bearer', unknownBearers, 4),
    anonymousFlaw('credentials.claimed-by-proxy', (request) => ({
      ...request,
      headers: [...request.headers, ...proxyClaims],
    })),
    // Who may not ask is not told who is there.
    ...(path.endsWith('}')
      ? [anonymousFlaw('credentials.none-unknown-client', setLastSegment('conformance-unknown-client'))]
      : []),
    // HEAD is answered like GET (RFC 9110 section 9.3.2), and often by other code.
    ...(method === 'GET'
      ? [anonymousFlaw('credentials.none-head', (request) => ({ ...request, method: 'HEAD' }))]
      : []),
  ];
}

/** What a reverse proxy may say of a request, and nobody else is to be believed. */
const proxyClaims = [
  ['X-Forwarded-For', '127.0.0.1'],
  ['Forwarded', 'for=127.0.0.1'],
  ['X-Forwarded-User', 'admin'],
  ['X-Remote-User', 'admin'],
] as const;

/** Without credentials, and changed in another way in which a check of them may be passed by. */
function anonymousFlaw(kind: string, edit: Edit): Flaw {
  const none = credentialsFlaw(kind, fc.constant({ type: 'none' }), 1);
  return { ...none, edits: none.edits.map((anonymous) => (request) => edit(anonymous(request))) };
}

/** Empty, without credentials, not base64, without the colon (RFC 7617 section 2), and with nothing around it. */
const malformed = ['', 'Basic', 'Basic ', 'Basic !!!', 'Basic bm9jb2xvbg==', 'Basic Og==', 'Basic =', 'YTpi'];

const otherSchemes = [
  'Digest username="admin", realm="a", nonce="b", uri="/", response="c"',
  'Negotiate YII=',
  'Unknown YTpi',
];

/** A JSON Web Token that says it needs no signature (RFC 8725 section 2.1), for the subject `admin`. */
const forgedToken = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.';

const unknownBearers: fc.Arbitrary<Credentials> = fc
  .oneof(alphanumeric(30), fc.constantFrom(forgedToken, ''))
  .map((token) => ({ type: 'bearer', token }));

function headers(values: readonly string[]): fc.Arbitrary<Credentials> {
  return fc.constantFrom(...values).map((value) => ({ type: 'header', value }));
}

function credentialsFlaw(kind: string, credentials: fc.Arbitrary<Credentials>, enough = 2): Flaw {
  return {
    breakage: { kind, at: 'header:Authorization' },
    aspect: 'credentials',
    expectation: 'refuse',
    enough,
    edits: credentials.map((wrong) => (request) => ({ ...request, credentials: wrong })),
  };
}
