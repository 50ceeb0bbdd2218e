// @jmondi/oauth2-server behind express, as its documentation sets it up, with repositories in memory.
import { randomBytes } from 'node:crypto';
import { AuthorizationServer, DateInterval, JwtService } from '@jmondi/oauth2-server';
import { handleExpressError, handleExpressResponse } from '@jmondi/oauth2-server/express';
import express from 'express';

const user = { id: 'admin' };
const clients = new Map();
const codes = new Map();
const tokens = new Map();
const refreshable = new Map();
const random = () => randomBytes(32).toString('hex');

const clientRepository = {
  getByIdentifier: async (id) => clients.get(id),
  isClientValid: async (grant, client, secret) =>
    client.allowedGrants.includes(grant) && client.secret === secret,
};

const tokenRepository = {
  issueToken: async (client, scopes, owner) => ({
    ...{ accessToken: random(), client, scopes, user: owner },
    accessTokenExpiresAt: new DateInterval(client.lifetime).getEndDate(),
  }),
  issueRefreshToken: async (token) => {
    token.refreshToken = random();
    token.refreshTokenExpiresAt = new DateInterval('2h').getEndDate();
    refreshable.set(token.refreshToken, token);
    return token;
  },
  persist: async (token) => void tokens.set(token.accessToken, token),
  revoke: async (token) => void (token.isRevoked = true),
  revokeDescendantsOf: async (code) => {
    for (const token of [...tokens.values()])
      if (token.originatingAuthCodeId === code) await tokenRepository.revoke(token);
  },
  isRefreshTokenRevoked: async (token) => token === undefined || token.isRevoked === true,
  getByRefreshToken: async (value) => refreshable.get(value),
  getByAccessToken: async (value) => tokens.get(value),
};

const codeRepository = {
  getByIdentifier: async (code) => codes.get(code),
  issueAuthCode: (client, owner, scopes) => ({
    ...{ code: random(), client, user: owner, scopes },
    expiresAt: new DateInterval('10m').getEndDate(),
  }),
  persist: async (code) => void codes.set(code.code, code),
  isRevoked: async (code) => codes.get(code)?.isRevoked === true,
  revoke: async (code) => {
    const kept = codes.get(code);
    if (kept !== undefined) kept.isRevoked = true;
  },
};

const scopeRepository = {
  getAllByIdentifiers: async (names) => {
    const known = new Set([...clients.values()].flatMap(({ scopes }) => scopes.map(({ name }) => name)));
    return names.filter((name) => known.has(name)).map((name) => ({ name }));
  },
  finalize: async (scopes, _grant, client) => (scopes.length === 0 ? client.scopes : scopes),
};

const jwt = new JwtService('a-secret-of-the-adapter');
const oauth = new AuthorizationServer(clientRepository, tokenRepository, scopeRepository, jwt, {
  requiresPKCE: false,
});
oauth.enableGrantTypes(
  {
    grant: 'authorization_code',
    authCodeRepository: codeRepository,
    userRepository: { getUserByCredentials: async () => user },
  },
  'refresh_token',
  // Revokes the tokens of all grants.
  'client_credentials',
);

const app = express();
app.disable('x-powered-by');
app.use('/admin', express.json({ strict: false }));
app.use(express.urlencoded({ extended: false }));

async function answer(res, work) {
  try {
    handleExpressResponse(res, await work());
  } catch (error) {
    handleExpressError(error, res);
  }
}

/** The library reads the request from the query; the contract has it in a form. */
app.post('/oauth/authorize', (req, res) =>
  answer(res, async () => {
    const request = await oauth.validateAuthorizationRequest({
      ...{ query: req.body, headers: req.headers, body: {} },
    });
    request.user = user;
    request.isAuthorizationApproved = req.body.confirm === 'yes';
    return oauth.completeAuthorizationRequest(request);
  }),
);
app.post('/oauth/token', (req, res) => {
  if (req.body.grant_type !== 'client_credentials')
    return answer(res, () => oauth.respondToAccessTokenRequest(req));
  return res.status(400).send({ error: 'unsupported_grant_type' });
});
app.post('/oauth/revoke', (req, res) => answer(res, () => oauth.revoke(req)));

/** The living token of a value that the library has signed. */
async function tokenOf(value) {
  try {
    const { jti, refresh_token_id: refresh } = await jwt.verify(value);
    const token = refresh === undefined ? tokens.get(jti) : refreshable.get(refresh);
    return token === undefined || token.isRevoked ? null : { token, isAccess: refresh === undefined };
  } catch {
    return null;
  }
}

/** The library protects no resources, so this is the adapter's own. */
app.get('/resource', async (req, res) => {
  const [scheme = '', value = ''] = (req.headers.authorization ?? '').split(' ');
  const found = scheme.toLowerCase() === 'bearer' ? await tokenOf(value) : null;
  res.status(found?.isAccess === true ? 200 : 401).end();
});

app.put('/admin/clients/:id', (req, res) => {
  const { client_id: id, client_secret: secret, redirect_uris, default_scopes, token_lifetime } = req.body;
  clients.set(id, {
    ...{ id, secret, name: id, redirectUris: redirect_uris },
    allowedGrants: ['authorization_code', 'refresh_token', 'client_credentials'],
    scopes: default_scopes.map((name) => ({ name })),
    lifetime: `${token_lifetime ?? 3600}s`,
  });
  res.status(204).end();
});

app.delete('/admin/clients/:id', (req, res) => {
  clients.delete(req.params.id);
  for (const kept of [codes, tokens, refreshable])
    for (const [value, { client }] of kept) if (client.id === req.params.id) kept.delete(value);
  res.status(204).end();
});

app.post('/admin/lookup', async (req, res) => {
  const found = await tokenOf(req.body.token);
  if (found === null) return res.status(404).end();
  const { client, scopes } = found.token;
  return res.send({ client_id: client.id, scope: scopes.map(({ name }) => name).join(' ') });
});

app.use((error, _req, res, next) => {
  if (res.headersSent) return next(error);
  return res.status(error.status ?? 500).send({ error: 'invalid_request', error_description: error.message });
});

app.listen(Number(process.argv[2]), '127.0.0.1');
