/** Words of the contract, of HTTP and of our own texts. A password that is one of them is no secret as a word. */
const words = [
  ...['client_id', 'client_secret', 'client_name', 'client_description', 'redirect_uris', 'redirect_uri'],
  ...[
    'default_scopes',
    'scopes',
    'scope',
    'grant_type',
    'authorization_code',
    'refresh_token',
    'access_token',
  ],
  ...[
    'token_type',
    'token_type_hint',
    'expires_in',
    'id_token',
    'oauth_token',
    'response_type',
    'code_verifier',
  ],
  ...[
    'code_challenge',
    'state',
    'confirm',
    'api_version',
    'message_list',
    'message',
    'reason',
    'details',
    'kind',
  ],
  ...['entities', 'metadata', 'filter', 'sort_attribute', 'sort_order', 'offset', 'length', 'total_matches'],
  ...[
    'password',
    'username',
    'user',
    'admin',
    'basic',
    'bearer',
    'authorization',
    'content-type',
    'location',
  ],
  ...[
    'application/json',
    'x-www-form-urlencoded',
    'charset',
    'server',
    'cookie',
    'set-cookie',
    'session',
    'path',
  ],
  ...['string', 'number', 'integer', 'boolean', 'object', 'array', 'null', 'true', 'false', 'error', 'body'],
  ...[
    'expected',
    'actual',
    'status',
    'header',
    'answer',
    'answers',
    'absent',
    '[redacted]',
    'request',
    'response',
  ],
  ...[
    'oauth',
    'generate_token',
    'revoke_token',
    'authorize',
    'login',
    'logout',
    'callback',
    'list',
    'client',
  ],
  ...[
    'nutanix',
    'prism',
    'conformance',
    'secret',
    'token',
    'code',
    'test',
    'http',
    'https',
    'host',
    'accept',
    'http/1.1',
    '127.0.0.1',
  ],
  ...['request-target', 'data-binary', '/dev/null', 'http-only', 'user-agent', 'accept-encoding'],
];

const vocabulary = words.join('\n');

/** Whether a text is a public word or a part of one. Removing it everywhere would reveal it. */
export function isPublicWord(text: string): boolean {
  return vocabulary.includes(text.toLowerCase());
}

/** Values that the contract or HTTP fixes, by the lower-case name of their member, parameter or header. */
const constants: ReadonlyMap<string, RegExp> = new Map([
  ['response_type', /^code$/],
  ['confirm', /^(?:yes|no)$/],
  ['grant_type', /^(?:authorization_code|refresh_token)$/],
  ['token_type_hint', /^(?:access|refresh)_token$/],
  ['token_type', /^bearer$/i],
  ['kind', /^oauth(?:_client)?$/],
  ['sort_order', /^(?:ASC|DESC)ENDING$/],
  ['state', /^error$/i],
  ['api_version', /^[\d.]+$/],
  ['reason', /^[A-Z_]+$/],
  ['allow', /^[A-Z]+$/],
  ['connection', /^(?:close|keep-alive)$/i],
  ['cache-control', /^no-(?:store|cache)$/i],
  ['pragma', /^no-cache$/i],
  ['transfer-encoding', /^chunked$/i],
  ['content-type', /^application\/(?:json|x-www-form-urlencoded)$/i],
  ['content-length', /^\d+$/],
]);

/** Whether the contract or HTTP fixes this value under this lower-case name. */
export function isConstant(name: string, value: string): boolean {
  return constants.get(name)?.test(value) === true;
}

/** Common beginnings of names, which a target may also use for its secrets. */
export const publicBeginnings: readonly string[] = [...words, 'https://', 'http://'];
