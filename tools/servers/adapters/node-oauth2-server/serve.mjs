// oauth2-server behind express, as its documentation and express-oauth-server do it, with a model in memory.
import { createRequire } from 'node:module';
import express from 'express';
import OAuth2Server from 'oauth2-server';

const { Request, Response } = OAuth2Server;
const user = { id: 'admin' };
const clients = new Map();
const codes = new Map();
const tokens = new Map();
const refreshable = new Map();

const wordsOf = (scope) => (typeof scope === 'string' ? scope.split(/\s+/) : (scope ?? [])).filter(Boolean);

const { version } = createRequire(import.meta.url)('oauth2-server/package.json');

/** Version 3 has scopes as one string, version 5 as an array. */
const scopeOf = (words) => (version.startsWith('3.') ? words.join(' ') : words);

const model = {
  getClient: (id, secret) => {
    const client = clients.get(id);
    return client !== undefined && (secret === null || secret === client.secret) ? client : false;
  },
  validateScope: (_user, client, scope) => {
    const words = wordsOf(scope);
    if (words.length === 0) return scopeOf(client.scopes);
    return words.every((word) => client.scopes.includes(word)) ? scopeOf(words) : false;
  },
  saveAuthorizationCode: (code, client, owner) => {
    const saved = { ...code, client, user: owner };
    codes.set(code.authorizationCode, saved);
    return saved;
  },
  getAuthorizationCode: (value) => codes.get(value),
  revokeAuthorizationCode: ({ authorizationCode }) => codes.delete(authorizationCode),
  saveToken: (token, client, owner) => {
    const saved = { ...token, client, user: owner };
    tokens.set(token.accessToken, saved);
    if (token.refreshToken !== undefined) refreshable.set(token.refreshToken, saved);
    return saved;
  },
  getAccessToken: (value) => tokens.get(value),
  getRefreshToken: (value) => refreshable.get(value),
  revokeToken: ({ refreshToken }) => refreshable.delete(refreshToken),
};

const oauth = new OAuth2Server({ model });
const app = express();
app.disable('x-powered-by');
app.use('/admin', express.json({ strict: false }));
app.use(express.urlencoded({ extended: false }));

/** Answers as express-oauth-server does: an error has the library's headers, and its own status. */
async function answer(res, response, work) {
  try {
    await work();
    res.set(response.headers);
    res.status(response.status).send(response.body);
  } catch (error) {
    res.set(response.headers);
    res.status(error.code ?? 500).send({ error: error.name, error_description: error.message });
  }
}

app.post('/oauth/authorize', (req, res) => {
  // The library's own parameter for a denial; version 3 looks for it in the query alone.
  if (req.body.confirm === 'no') req.body.allowed = req.query.allowed = 'false';
  const [request, response] = [new Request(req), new Response(res)];
  return answer(res, response, () =>
    oauth.authorize(request, response, { authenticateHandler: { handle: () => user } }),
  );
});

app.post('/oauth/token', (req, res) => {
  const [request, response] = [new Request(req), new Response(res)];
  return answer(res, response, () => oauth.token(request, response));
});

app.get('/resource', (req, res) => {
  const [request, response] = [new Request(req), new Response(res)];
  return answer(res, response, () => oauth.authenticate(request, response));
});

/** The library has no revocation, so this is the adapter's own. */
app.post('/oauth/revoke', (req, res) => {
  tokens.delete(req.body.token);
  const token = refreshable.get(req.body.token);
  if (token !== undefined) {
    refreshable.delete(req.body.token);
    tokens.delete(token.accessToken);
  }
  res.status(200).end();
});

app.put('/admin/clients/:id', (req, res) => {
  const { client_id: id, client_secret: secret, redirect_uris, default_scopes, token_lifetime } = req.body;
  clients.set(id, {
    ...{ id, secret, redirectUris: redirect_uris, scopes: default_scopes },
    grants: ['authorization_code', 'refresh_token'],
    ...(token_lifetime === undefined ? {} : { accessTokenLifetime: token_lifetime }),
  });
  res.status(204).end();
});

app.delete('/admin/clients/:id', (req, res) => {
  clients.delete(req.params.id);
  for (const kept of [codes, tokens, refreshable])
    for (const [value, { client }] of kept) if (client.id === req.params.id) kept.delete(value);
  res.status(204).end();
});

app.post('/admin/lookup', (req, res) => {
  const token = tokens.get(req.body.token) ?? refreshable.get(req.body.token);
  if (token === undefined) res.status(404).end();
  else res.send({ client_id: token.client.id, scope: wordsOf(token.scope).join(' ') });
});

app.use((error, _req, res, next) => {
  if (res.headersSent) return next(error);
  return res.status(error.status ?? 500).send({ error: 'invalid_request', error_description: error.message });
});

app.listen(Number(process.argv[2]), '127.0.0.1');
