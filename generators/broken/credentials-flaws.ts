import fc from 'fast-check';
import type { Operation } from '../../spec/operation.ts';
import type { BreakageKind } from '../breakage-kind.ts';
import type { Credentials } from '../case.ts';
import { slot } from '../request/build-request.ts';
import type { Edit } from './edit-request.ts';
import { setLastSegment } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { alphanumeric } from './member.ts';
import { eachInTurn, inTurn } from '../text/in-turn.ts';

/**
 * Calls without the user's credentials, or with wrong ones. There are few of each, since gateways lock accounts after a
 * number of wrong passwords.
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
    credentialsFlaw('credentials.blank-padded-password', fc.constant({ type: 'blank-padded-password' }), 1),
    credentialsFlaw('credentials.colon-padded-password', fc.constant({ type: 'colon-padded-password' }), 1),
    credentialsFlaw('credentials.blank-padded-user', fc.constant({ type: 'blank-padded-user' }), 1),
    credentialsFlaw('credentials.right-by-other-scheme', fc.constant({ type: 'other-scheme' }), 1),
    credentialsFlaw('credentials.not-ascii', inTurn(...notAscii), notAscii.length),
    credentialsFlaw('credentials.malformed', headers(malformed), malformed.length),
    credentialsFlaw('credentials.other-scheme', headers(otherSchemes), otherSchemes.length),
    credentialsFlaw('credentials.unknown-bearer', unknownBearers, 4),
    anonymousFlaw('credentials.claimed-by-proxy', (request) => ({
      ...request,
      headers: [...request.headers, ...proxyClaims],
    })),
    anonymousFlaw('credentials.invented-session', (request) => ({
      ...request,
      headers: [...request.headers, ['Cookie', inventedSession]],
    })),
    // Without valid credentials, the answer must not tell whether a client exists.
    ...(path.endsWith('}')
      ? [
          anonymousFlaw('credentials.none-unknown-client', setLastSegment('conformance-unknown-client')),
          credentialsFlaw('credentials.of-client', fc.constant(clientAsUser), 1),
        ]
      : []),
    // HEAD is answered like GET (RFC 9110 section 9.3.2), and often by different code.
    ...(method === 'GET'
      ? [anonymousFlaw('credentials.none-head', (request) => ({ ...request, method: 'HEAD' }))]
      : []),
  ];
}

/** Headers that a reverse proxy may add to a request. A target must not trust them from anyone else. */
const proxyClaims = [
  ['X-Forwarded-For', '127.0.0.1'],
  ['Forwarded', 'for=127.0.0.1'],
  ['X-Forwarded-User', 'admin'],
  ['X-Remote-User', 'admin'],
] as const;

/** A cookie with the name of the session cookie of real gateways. Nobody has set it. */
const inventedSession = 'NTNX_IGW_SESSION=conformance; session=conformance';

/** Without credentials, and changed in one more way that may bypass the check of credentials. */
function anonymousFlaw(kind: BreakageKind, edit: Edit): Flaw {
  const none = credentialsFlaw(kind, fc.constant({ type: 'none' }), 1);
  return { ...none, edits: none.edits.map((anonymous) => (request) => edit(anonymous(request))) };
}

/**
 * Empty, without credentials, not base64, without the colon (RFC 7617 section 2), only a colon, and without the scheme.
 */
const malformed = ['', 'Basic', 'Basic ', 'Basic !!!', 'Basic bm9jb2xvbg==', 'Basic Og==', 'Basic =', 'YTpi'];

/** The client that the request is about, used as a user name and password. */
const clientAsUser = {
  type: 'basic',
  username: slot('client.id'),
  password: slot('client.secret'),
} as const;

/** Many servers read user names and passwords as UTF-8, and compare them with code that only knows ASCII. */
const notAscii: readonly Credentials[] = [
  { type: 'basic', username: 'adm\u00EDn', password: 'conformance' },
  { type: 'basic', username: 'admin', password: 'conformance-\u{1F511}' },
];

const otherSchemes = [
  'Digest username="admin", realm="a", nonce="b", uri="/", response="c"',
  'Negotiate YII=',
  'Unknown YTpi',
];

/** A JSON Web Token with the algorithm `none` (RFC 8725 section 2.1), for the subject `admin`. */
const forgedToken = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.';

const unknownBearers: fc.Arbitrary<Credentials> = eachInTurn(
  alphanumeric(30),
  fc.constant(forgedToken),
  fc.constant(''),
).map((token) => ({ type: 'bearer', token }));

function headers(values: readonly string[]): fc.Arbitrary<Credentials> {
  return inTurn(...values).map((value) => ({ type: 'header', value }));
}

function credentialsFlaw(kind: BreakageKind, credentials: fc.Arbitrary<Credentials>, enough = 2): Flaw {
  return {
    breakage: { kind, at: 'header:Authorization' },
    aspect: 'credentials',
    expectation: 'refuse',
    enough,
    edits: credentials.map((wrong) => (request) => ({ ...request, credentials: wrong })),
  };
}
