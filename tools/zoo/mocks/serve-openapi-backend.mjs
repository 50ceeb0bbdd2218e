/**
 * Serves an OpenAPI document with openapi-backend, using only the handlers that its documentation gives for mocks.
 * `quick` turns off its check of the document itself, which only supports OpenAPI 3.0. Usage:
 * `serve-openapi-backend.mjs DOCUMENT PORT`
 */
import { createServer } from 'node:http';
import openapiBackend from 'openapi-backend';

const [definition = '', port = ''] = process.argv.slice(2);

function answer(response, status, json) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
}

/** Parses a form as web frameworks usually do. Other bodies are left to openapi-backend. */
function bodyOf(bytes, mediaType = '') {
  const text = bytes.toString('utf8');
  if (!mediaType.startsWith('application/x-www-form-urlencoded')) return text === '' ? undefined : text;
  const fields = new URLSearchParams(text);
  const values = (name) => fields.getAll(name);
  return Object.fromEntries(
    [...fields.keys()].map((name) => [name, values(name).length > 1 ? values(name) : fields.get(name)]),
  );
}

const api = new openapiBackend.OpenAPIBackend({ definition, quick: true });
api.register({
  notImplemented: (context, _request, response) => {
    const { status, mock } = context.api.mockResponseForOperation(context.operation.operationId);
    answer(response, status, mock);
  },
  validationFail: (context, _request, response) => {
    answer(response, 400, { err: context.validation.errors });
  },
  notFound: (_context, _request, response) => {
    answer(response, 404, { err: 'not found' });
  },
  unauthorizedHandler: (_context, _request, response) => {
    answer(response, 401, { err: 'unauthorized' });
  },
});
// The documented way to identify the caller: a security handler for each scheme. It checks the scheme only.
api.registerSecurityHandler('basicAuth', (context) =>
  /^Basic ./i.test(String(context.request.headers.authorization ?? '')),
);
await api.init();

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { method = '', url: path = '', headers } = request;
    const body = bodyOf(Buffer.concat(chunks), headers['content-type']);
    api.handleRequest({ method, path, headers, body }, request, response).catch((error) => {
      answer(response, 500, { err: String(error) });
    });
  });
}).listen(Number(port), '127.0.0.1');
