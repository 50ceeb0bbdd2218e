import type { BreakageKind } from '../../generators/breakage-kind.ts';

/** The first words of the names of families and of kinds of breakage. A word without a text does not compile. */
type Word = FirstWord<BreakageKind> | 'valid' | 'broken';
type FirstWord<Name extends string> = Name extends `${infer First}.${string}` ? First : Name;

const words: Readonly<Record<Word, string>> = {
  valid: 'Requests that the contract makes valid: they must be accepted.',
  broken:
    'Requests that are broken in exactly one way, which the name tells after `broken.`: they must be refused.',
  body: 'The JSON body is broken: its syntax, its encoding, or a member that the contract does not allow.',
  client:
    'Who a client is: a client that is not there, another client, or the life of one over several requests.',
  'client-secret': 'A token is asked for with a client secret that is not that of the client.',
  cookie: 'A session cookie that is missing or invented.',
  credentials: 'The credentials of the user are missing or wrong.',
  form: 'The form body is broken: a parameter is missing, repeated or not of the listed values.',
  grant: 'A code or a refresh token that gives no tokens.',
  header: 'A header is missing or has a value that the contract does not allow.',
  'media-type': 'The body is labelled as something that it is not.',
  method: 'A method that the contract does not define on the path.',
  path: 'The path has a segment that names nobody, or is written in an odd way.',
  query: 'A query parameter is missing, repeated, misplaced or not of the listed values.',
  token: 'Tokens: those in a request that are unknown or altered, and sequences that ask for tokens.',
  authorize:
    'Sequences around one authorization: redirect URI, state, consent, scopes, repeated and further parameters.',
  bearer: 'Sequences that use access tokens at the gateway, as they are and altered.',
  beside: 'Sequences in which something else happens beside a grant, which must not change it.',
  browser: 'Requests as a browser sends them, from a page of another origin.',
  code: 'Sequences that redeem codes: late, twice, by others, with another redirect URI.',
  generate: 'Sequences around a client that was generated together with its tokens.',
  'hard-input': 'Text that is hard to parse, in each place that takes text.',
  later: 'Sequences that wait some seconds before they go on.',
  list: 'Sequences that list clients after they were registered, updated or deleted.',
  login: 'Logins by an identity provider: their state, their destination, their callback.',
  model: 'Random sequences of requests, judged by a model of what the server must remember.',
  race: 'Requests that arrive at the same moment.',
  refresh: 'Sequences that use refresh tokens: valid, replaced, invented, of others.',
  revoke: 'Sequences that revoke tokens and then try them.',
};

/** What the names that begin with a word are about; null if none does. */
export function describeWord(name: string): string | null {
  const word = name.split(/[.:]/, 1)[0] ?? '';
  return Object.entries(words).find(([known]) => known === word)?.[1] ?? null;
}
