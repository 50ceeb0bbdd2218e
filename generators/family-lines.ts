import type { BreakageKind } from './breakage-kind.ts';
import type { SessionFamilyName } from './session/family-name.ts';

/** The first two words of a name: families that share them share their intention. */
type Subject<Name extends string> = Name extends `${infer Area}.${infer Rest}`
  ? Rest extends `${infer Kind}.${string}`
    ? `${Area}.${Kind}`
    : Name
  : never;

/** The subject of a breakage: the first word, which is the part of the request that is broken. */
type BrokenPart =
  Exclude<BreakageKind, SessionFamilyName> extends infer Kind
    ? Kind extends `${infer Part}.${string}`
      ? Part
      : never
    : never;

/** What session families do, by the first two words of their names. */
export const sessionFamilyLines: Readonly<Record<Subject<SessionFamilyName>, string>> = {
  'authorize.added': 'asks for a redirect URI that an update has added to a client',
  'authorize.client': 'authorizes a client that does not exist, or no longer does',
  'authorize.closed': 'sends a value that a closed list does not have: response_type, confirm',
  'authorize.denied': 'denies the authorization, as a user may',
  'authorize.empty': 'sends an empty state, which is none',
  'authorize.extra': 'sends parameters that the contract does not name, such as those of PKCE',
  'authorize.line-break': 'puts line breaks into the state, which must not reach a header',
  'authorize.omitted': 'leaves the redirect URI out, for a client that has one or several',
  'authorize.query': 'authorizes with a redirect URI that has a query, which has to be kept',
  'authorize.redirect': 'asks for a redirect URI that resembles a registered one and is none',
  'authorize.repeated': 'sends a parameter twice',
  'authorize.state': 'sends states of all kinds, which have to come back as they were',
  'bearer.deleted-client': 'uses an access token after its client was removed',
  'bearer.deleted-client-two-grants': 'the same with two grants of that client',
  'bearer.expired': 'uses an access token after the time that was told for it',
  'bearer.unredeemed-code': 'uses a code that is still valid as an access token',
  'bearer.use': 'uses an access token at the gateway, as it is and changed',
  'beside.code-of-other': 'gives a code to another client, and looks whether the earlier one still works',
  'beside.earlier-code': 'gives a second code to a client, and looks whether the first still works',
  'beside.earlier-token': 'gives a second token to a client, and looks whether the first still works',
  'beside.token-of-other': 'gives a token to another client, and looks whether the earlier one still works',
  'browser.other-origin': 'asks as a page of another origin would',
  'client.lifecycle': 'registers, reads, updates, lists and removes a client',
  'client.others': 'changes one client and looks whether another stayed as it was',
  'client.registered-again': 'registers the same client twice',
  'client.replaced': 'updates a client, and reads whether it is as it was sent',
  'client.supplied': 'sends members that only the server may set',
  'client.unknown-member': 'sends a member that the contract does not have',
  'client.update-failed': 'has an update refused, and reads whether the client stayed as it was',
  'client.update-unknown': 'updates a client that does not exist, and looks whether it does now',
  'client.used': 'uses a client for a whole authorization',
  'code.deleted-client': 'redeems a code after its client was removed',
  'code.invented': 'redeems a code that was never issued, or a changed one',
  'code.other-client': 'redeems a code as another client',
  'code.other-kind': 'redeems a token in place of a code',
  'code.redirect': 'redeems a code with another redirect URI than it was issued for',
  'code.replay': 'redeems a code twice',
  'code.replay-after-failure': 'redeems a code after an attempt that was refused',
  'code.replay-later': 'redeems a code again after some other requests',
  'generate.deleted': 'uses a generated token after its client was removed',
  'generate.life': 'generates a token, and looks at the life that is told for it',
  'generate.long-life': 'asks for a long life of a token',
  'generate.scope': 'generates tokens of a scope',
  'generate.updated': 'uses a generated token after its client was updated',
  'hard-input.authorization': 'sends text that is hard to parse to the authorization, and compares the time',
  'hard-input.callback': 'the same to the callback',
  'hard-input.list': 'the same to the list, in its filter',
  'hard-input.read': 'the same to a read, in its path',
  'hard-input.registration': 'the same to a registration',
  'hard-input.revocation': 'the same to a revocation',
  'hard-input.token': 'the same to the token endpoint',
  'hard-input.update': 'the same to an update',
  'later.code': 'redeems a code some time after it was issued',
  'later.kept': 'reads a client some time after it was registered',
  'later.refreshed': 'uses a refresh token some time after it was issued',
  'list.deleted': 'lists after a client was removed',
  'list.filtered': 'lists with a filter that has to find a client, or to leave it out',
  'list.listed': 'lists after clients were registered, and looks whether they are there and whole',
  'list.order': 'lists in an order, up and down',
  'list.pages': 'reads a list page by page',
  'list.updated': 'lists after a client was updated',
  'login.denied': 'comes back from a login that the user has denied',
  'login.forwarded': 'looks what a login forwards of its parameters',
  'login.fresh': 'logs in twice, and looks whether the state is new each time',
  'login.invented': 'comes back with an invented code, and looks whether that opens a session',
  'login.open': 'asks a login to redirect to an address of its own choice',
  'model.clients': 'sends random sequences of client operations, and compares with a model',
  'model.grants': 'sends random sequences of grants and tokens, and compares with a model',
  'race.delete': 'removes one client by many requests at once',
  'race.redeem': 'redeems one code by many requests at once',
  'race.refresh': 'uses one refresh token in many requests at once',
  'race.register': 'registers many clients at once',
  'race.register-namesakes': 'registers many clients of one name at once',
  'race.revoke': 'revokes a token while it is used',
  'race.update': 'updates one client by many requests at once',
  'refresh.chain': 'refreshes again and again, each time with the newest token',
  'refresh.deleted-client': 'refreshes after the client was removed',
  'refresh.invented': 'refreshes with a token that was never issued, or a changed one',
  'refresh.other-client': 'refreshes with the token of another client',
  'refresh.other-kind': 'refreshes with a code or an access token',
  'refresh.rotated': 'refreshes with a token that was replaced',
  'refresh.valid': 'refreshes once, as documented',
  'refresh.wider-scope': 'asks for more scope than was granted',
  'revoke.access-token': 'revokes an access token, with a right, a wrong or no hint',
  'revoke.again': 'revokes a token twice',
  'revoke.anonymous': 'revokes a token without saying which client asks',
  'revoke.near-miss': 'revokes a token that resembles one, which must stay',
  'revoke.others': 'revokes a token, and looks whether those of others stayed',
  'revoke.refresh-token': 'revokes a refresh token, with a right, a wrong or no hint',
  'revoke.same-client': 'revokes a token, and looks at another of the same client',
  'revoke.unknown': 'revokes a token that was never issued',
  'token.client': 'redeems as a client that does not exist',
  'token.enumeration': 'compares refusals, which must not tell which clients exist',
  'token.extra': 'sends a parameter that the contract does not name',
  'token.grant-type': 'asks for another grant than the contract has',
  'token.redeem': 'redeems a code once, as documented',
  'token.rotated': 'updates a client, then authenticates with the secret from before or after',
  'token.scope': 'asks for scopes, and looks what is granted',
  'token.secret': 'authenticates with a wrong secret, or with none',
};

/** What is broken in a case of a `broken.` family, by the word that follows. */
export const brokenFamilyLines: Readonly<Record<BrokenPart, string>> = {
  body: 'the JSON body: its syntax, a member, a type, a limit, or that there is one',
  client: 'the client that the path or the body names',
  'client-secret': 'the secret of the client',
  cookie: 'a cookie that the contract asks for',
  credentials: 'user, password, or the scheme that they come by',
  form: 'the form: a parameter, its value, how often it comes, or its encoding',
  grant: 'the code or refresh token that is redeemed',
  header: 'a header that the contract asks for',
  'media-type': 'the Content-Type',
  method: 'the method, which the contract does not have on that path',
  path: 'the path: its escapes, dots, slashes, characters or length',
  query: 'the query: a parameter, its value, how often it comes, or its escapes',
  token: 'the token to be revoked',
};

/** What families of valid requests have in common. */
const validLine = 'a request that the contract allows; the words after it say what is special in it';

/** What the cases of a family do, in one line; null for a name that no family can have. */
export function lineOfFamily(name: string): string | null {
  const [first = '', second = ''] = name.split(/[.:]/);
  if (first === 'valid') return validLine;
  const table: Readonly<Record<string, string>> = first === 'broken' ? brokenFamilyLines : sessionFamilyLines;
  const key = first === 'broken' ? second : `${first}.${second}`;
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
