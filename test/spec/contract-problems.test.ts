import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import * as yaml from 'yaml';
import { bundledContract } from '../../spec/bundled-contract.ts';
import { ContractError } from '../../spec/contract-error.ts';
import { loadContract } from '../../spec/load-contract.ts';
import { change, swaggerDocument } from './swagger-document.ts';
import type { Draft } from './swagger-document.ts';
import { temporaryDocument } from './temporary-document.ts';

/** The error of loading a source, which must fail. */
async function errorOf(source: string): Promise<ContractError> {
  const error: unknown = await loadContract(source).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ContractError)) throw new Error(`no ContractError but ${String(error)}`);
  return error;
}

function errorOfDocument(document: unknown, name?: string): Promise<ContractError> {
  return errorOf(temporaryDocument(document, name));
}

/** The problems as "pointer message". */
async function problemsOf(document: unknown): Promise<string[]> {
  const { code, problems } = await errorOfDocument(document);
  expect(code).toBe('invalid');
  return problems.map(({ pointer, message }) => `${pointer} ${message}`);
}

const bundled = (): Draft => yaml.parse(readFileSync(bundledContract, 'utf8')) as Draft;

describe('a source without a document', () => {
  it.each([
    ['a file that is not there', '/no/such/file.yaml', /there is no such file$/],
    ['a directory', tmpdir(), /is a directory, not a file$/],
    ['a URL that nobody answers', 'http://127.0.0.1:9/openapi.yaml', /cannot be reached \(/],
    ['a URL that is none', 'http://', /is not a valid URL$/],
  ])('is unreadable in one line: %s', async (_, source, message) => {
    const error = await errorOf(source);
    expect(error.code).toBe('unreadable');
    expect(error.source).toBe(source);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('\n');
  });

  it('is not asked for with credentials, nor are they repeated', async () => {
    const error = await errorOf('https://someone:word@127.0.0.1:9/x');
    expect(error.message).toContain('credentials');
    expect(error.message).not.toContain('word');
  });

  it('is unreadable with the status that a server answers with', async () => {
    const server = createServer((_, response) => {
      response.writeHead(503).end('busy');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const error = await errorOf(`http://127.0.0.1:${port}/`);
      expect(error.code).toBe('unreadable');
      expect(error.message).toContain('answers with status 503');
    } finally {
      server.close();
    }
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', ' \n', /is empty$/],
    ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff), /is not UTF-8 text$/],
    ['binary that is UTF-8', 'a\0b', /is binary, not text$/],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), /is not UTF-8 text but UTF-16; save it as UTF-8$/],
    ['broken YAML', 'openapi: 3.1.0\ninfo:\n  title: "x\n', /is not valid JSON or YAML: .* at line \d+/],
    ['broken JSON', '{"openapi": "3.1.0",\n "info": {', /is not valid JSON or YAML: .* at line 2/],
    ['a repeated YAML key', 'openapi: 3.1.0\nopenapi: 3.1.0\n', /is not valid JSON or YAML: .* at line/],
    ['an alias of itself', 'openapi: &a\n  b: *a\n', /aliases that contain themselves/],
  ])('is unreadable when it is %s', async (_, content, message) => {
    const error = await errorOfDocument(content);
    expect(error.code).toBe('unreadable');
    expect(error.message).toMatch(message);
    expect(error.problems).toHaveLength(error.message.split('\n').length);
  });
});

describe('a document of another kind', () => {
  it.each<[unknown, string, RegExp]>([
    [{ name: 'package' }, '', /neither the member "openapi" nor "swagger"/],
    [[1], '', /but an array$/],
    ['some words', '', /but a string$/],
    ['null', '', /but null$/],
    [{ openapi: '3.2.0' }, '/openapi', /OpenAPI "3.2.0" cannot be read; 2.0, 3.0 and 3.1 can/],
    [{ swaggerVersion: '1.2' }, '/swaggerVersion', /OpenAPI "1.2" cannot be read/],
    [{ swagger: '1.2' }, '/swagger', /OpenAPI "1.2" cannot be read/],
    ['swagger: 2.0', '/swagger', /put it in quotes/],
  ])('is not OpenAPI: %j', async (document, pointer, message) => {
    const { code, problems } = await errorOfDocument(document);
    expect(code).toBe('not-openapi');
    expect(problems).toEqual([{ pointer, message: expect.stringMatching(message) }]);
  });
});

describe('a faulty contract', () => {
  const path = (name: string, ...rest: (string | number)[]): (string | number)[] => ['paths', name, ...rest];

  it.each<[string, (string | number)[], unknown, string[]]>([
    [
      'an unknown type of a model',
      ['components', 'schemas', 'OauthClientInput', 'properties', 'client_name', 'type'],
      'strin',
      ['/components/schemas/OauthClientInput/properties/client_name/type the type "strin" is unknown'],
    ],
    [
      'an unknown type of a parameter',
      path('/oauth/revoke_token', 'post', 'parameters', 0, 'schema', 'type'),
      'text',
      ['/paths/~1oauth~1revoke_token/post/parameters/0/schema/type the type "text" is unknown'],
    ],
    [
      'an undeclared path parameter',
      path('/oauth/client/{client_id}', 'parameters'),
      undefined,
      ['get', 'put', 'delete']
        .sort()
        .map(
          (method) =>
            `/paths/~1oauth~1client~1{client_id}/${method} the path parameter "client_id" is not declared`,
        ),
    ],
    [
      'a path parameter of another name',
      path('/oauth/client', 'post', 'parameters'),
      [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      ['/paths/~1oauth~1client/post the path parameter "id" does not occur in the path'],
    ],
    [
      'a repeated operation id',
      path('/oauth/idp_login', 'get', 'operationId'),
      'oauth_token_post',
      [
        '/paths/~1oauth~1idp_login/get/operationId "oauth_token_post" is also the id of /paths/~1oauth~1token/post',
        '/paths/~1oauth~1token/post/operationId "oauth_token_post" is also the id of /paths/~1oauth~1idp_login/get',
      ],
    ],
    [
      'a repeated parameter',
      path('/oauth/idp_callback', 'get', 'parameters', 1, 'name'),
      'code',
      ['/paths/~1oauth~1idp_callback/get/parameters/1 the query parameter "code" is declared before'],
    ],
    [
      'a missing operation',
      path('/oauth/client/{client_id}', 'put'),
      undefined,
      ['/paths/~1oauth~1client~1{client_id} the operation PUT /oauth/client/{client_id} is missing'],
    ],
    [
      'a missing path',
      path('/oauth/adfs_login'),
      undefined,
      ['/paths the operation GET /oauth/adfs_login is missing'],
    ],
    [
      'a missing body',
      path('/oauth/token', 'post', 'requestBody'),
      undefined,
      ['/paths/~1oauth~1token/post has no form'],
    ],
    [
      'a pattern that is none',
      ['components', 'schemas', 'OauthClientInput', 'properties', 'client_name', 'pattern'],
      '[a-',
      [
        '/components/schemas/OauthClientInput/properties/client_name/pattern the pattern "[a-" is not a regular expression',
      ],
    ],
    [
      'a limit that no value meets',
      ['components', 'schemas', 'OauthTokenForm', 'properties', 'code', 'maxLength'],
      -1,
      ['/components/schemas/OauthTokenForm/properties/code/maxLength must be >= 0 in a JSON Schema'],
    ],
    [
      'a schema that is none, in a model used many times',
      ['components', 'schemas', 'OauthClientResponse', 'properties', 'client_id'],
      'string',
      [
        '/components/schemas/OauthClientResponse/properties/client_id must be object,boolean in a JSON Schema',
      ],
    ],
    [
      'a security scheme that is not there',
      ['components', 'securitySchemes'],
      {},
      ['/security/0/basicAuth the security scheme "basicAuth" is not declared'],
    ],
    [
      'a reference to nothing',
      ['components', 'schemas', 'OauthToken'],
      undefined,
      [
        '/components/schemas/OauthGenerateTokenResponse/properties/oauth_token "#/components/schemas/OauthToken" cannot be resolved: there is nothing of that name',
      ],
    ],
    [
      'a reference to itself',
      ['components', 'schemas', 'MessageResource', 'properties', 'details'],
      { $ref: '#/components/schemas/MessageResource/properties/details' },
      [
        '/components/schemas/MessageResource/properties/details "#/components/schemas/MessageResource/properties/details" leads back to itself without a member or item between',
      ],
    ],
    [
      'an answer without a description',
      path('/oauth/token', 'post', 'responses', '401', 'description'),
      undefined,
      ["/paths/~1oauth~1token/post/responses/401 must have required property 'description'"],
    ],
    ['no title', ['info', 'title'], undefined, ["/info must have required property 'title'"]],
    ['a server that is no URL', ['servers', 0, 'url'], 'https://[', ['/servers/0/url is not a valid URL']],
  ])('is reported: %s', async (_, pointer, value, expected) => {
    expect(await problemsOf(change(bundled(), pointer, value))).toEqual(expected);
  });

  it('is reported for a file that another refers to', async () => {
    const schema = ['components', 'schemas', 'OauthToken'];
    const [missing] = await problemsOf(change(bundled(), schema, { $ref: 'absent.json#/Token' }));
    expect(missing).toMatch(
      /^\/components\/schemas\/OauthToken "absent.json#\/Token" cannot be resolved: .*no such file$/,
    );
    const [unreachable] = await problemsOf(
      change(bundled(), schema, { $ref: 'http://127.0.0.1:9/models.json#/Token' }),
    );
    expect(unreachable).toMatch(/^\/components\/schemas\/OauthToken .* is another host; give --allow-refs/);
  });

  it('may not reach from the network for local files', async () => {
    const document = change(bundled(), ['components', 'schemas', 'OauthToken'], {
      $ref: 'file:///etc/hostname',
    });
    const server = createServer((_, response) => response.end(JSON.stringify(document)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const { message } = await errorOf(`http://127.0.0.1:${port}/`);
      expect(message).toMatch(/a document from the network may not name local files$/);
    } finally {
      server.close();
    }
  });

  it('has all its problems listed at once, a line each', async () => {
    const document = bundled();
    change(document, path('/oauth/client/{client_id}', 'put'), undefined);
    change(document, path('/oauth/token', 'post', 'operationId'), 'oauth_client_post');
    change(document, ['components', 'schemas', 'OauthToken', 'properties', 'scopes', 'type'], 'list');
    change(document, ['components', 'schemas', 'OauthTokenForm', 'properties', 'code', 'pattern'], '(');
    change(document, ['components', 'responses', 'OauthError'], undefined);
    change(document, ['info', 'version'], undefined);
    const error = await errorOfDocument(document);
    const pointers = error.problems.map(({ pointer }) => pointer);
    expect(pointers).toEqual([
      '/components/schemas/OauthToken/properties/scopes/type',
      '/components/schemas/OauthTokenForm/properties/code/pattern',
      '/info',
      '/paths/~1oauth~1authorize/post/responses/default',
      '/paths/~1oauth~1client/post/operationId',
      '/paths/~1oauth~1client~1{client_id}',
      '/paths/~1oauth~1generate_token/post/responses/default',
      '/paths/~1oauth~1revoke_token/post/responses/default',
      '/paths/~1oauth~1token/post/operationId',
      '/paths/~1oauth~1token/post/responses/default',
    ]);
    expect(error.message.split('\n')).toHaveLength(pointers.length);
    expect(error.message.split('\n').every((line) => line.startsWith(`${error.source}#/`))).toBe(true);
  });

  it('is one without any of the operations', async () => {
    const problems = await problemsOf({ openapi: '3.0.1', info: { title: 'x', version: '1' }, paths: {} });
    expect(problems).toHaveLength(12);
  });

  it('may have paths that are no object at all', async () => {
    const problems = await problemsOf({ openapi: '3.0.1', info: { title: 'x', version: '1' }, paths: [7] });
    expect(problems).toContain('/paths must be object');
    expect(problems).toHaveLength(13);
  });
});

describe('a faulty Swagger 2.0 contract', () => {
  it.each<[string, (string | number)[], unknown, string[]]>([
    [
      'an unknown type of a model',
      ['definitions', 'sort_order', 'type'],
      'enum',
      ['/definitions/sort_order/type the type "enum" is unknown'],
    ],
    [
      'an unknown type of a parameter',
      ['paths', '/oauth/revoke_token', 'post', 'parameters', 0, 'type'],
      'strin',
      ['/paths/~1oauth~1revoke_token/post/parameters/0/type the type "strin" is unknown'],
    ],
    [
      'a body beside a form',
      ['paths', '/oauth/token', 'post', 'parameters', 1],
      { name: 'also', in: 'body', schema: { type: 'object' } },
      ['/paths/~1oauth~1token/post has both a body and form parameters'],
    ],
    [
      'a missing model',
      ['definitions', 'client_input'],
      undefined,
      ['post', 'put'].map(
        (method) =>
          `/paths/~1oauth~1client${method === 'put' ? '~1{uuid}' : ''}/${method}/parameters/0/schema "#/definitions/client_input" cannot be resolved: there is nothing of that name`,
      ),
    ],
  ])('is reported: %s', async (_, pointer, value, expected) => {
    expect(await problemsOf(change(swaggerDocument(), pointer, value))).toEqual(expected);
  });

  it('is not one for an operation id that only others share', async () => {
    const document = swaggerDocument();
    change(document, ['paths', '/things_0/{id}', 'get', 'operationId'], 'thing_1');
    await expect(loadContract(temporaryDocument(document))).resolves.toBeDefined();
    change(document, ['paths', '/oauth/token', 'post', 'operationId'], 'thing_2');
    expect(await problemsOf(document)).toEqual([
      '/paths/~1oauth~1token/post/operationId "thing_2" is also the id of /paths/~1things_2~1{id}/get',
    ]);
  });
});
