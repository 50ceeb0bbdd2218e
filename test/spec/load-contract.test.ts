import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { upgrade } from '@scalar/openapi-upgrader';
import { describe, expect, it } from '@jest/globals';
import * as yaml from 'yaml';
import { bundledContract } from '../../spec/bundled-contract.ts';
import { loadBundledContract, loadContract } from '../../spec/load-contract.ts';
import { operationIds, operationPaths } from '../../spec/operation-ids.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';
import { change, swaggerDocument } from './swagger-document.ts';
import type { Draft } from './swagger-document.ts';
import { temporaryDocument } from './temporary-document.ts';

function load(document: unknown): Promise<Contract> {
  return loadContract(temporaryDocument(document));
}

/** The part of a body's schema at a pointer. */
function bodyAt(contract: Contract, id: OperationId, pointer: string): unknown {
  return resolvePointer(contract.operations[id].body?.schema, pointer);
}

describe('the bundled contract', () => {
  const loading = loadContract(bundledContract);

  it('has the published title, version and base path, and the hash of its bytes', async () => {
    const { title, version, basePath, sha256 } = await loading;
    expect({ title, version, basePath }).toEqual({
      title: 'Nutanix Intentful API',
      version: '3.1.0',
      basePath: '/api/nutanix/v3',
    });
    expect(sha256).toBe(createHash('sha256').update(readFileSync(bundledContract)).digest('hex'));
  });

  it('is the same without a look for problems, of which it has none', async () => {
    expect(await loadBundledContract()).toEqual(await loading);
  });

  it('has the 12 operations with method, path and HTTP Basic', async () => {
    const { operations } = await loading;
    expect(Object.keys(operations)).toEqual(operationIds);
    for (const id of operationIds) {
      const { method, path, basicAuth } = operations[id];
      expect([id, method, path, basicAuth]).toEqual([id, ...operationPaths[id], true]);
    }
  });

  it.each<[OperationId, string[], number[]]>([
    ['oauth_adfs_login_get', ['302'], [302]],
    ['oauth_authorize_post', ['302', 'default'], [302]],
    ['oauth_client_post', ['200', 'default'], [200]],
    ['oauth_client_list_post', ['200', 'default'], [200]],
    ['oauth_client_client_id_get', ['200', '404', 'default'], [200]],
    ['oauth_client_client_id_put', ['200', '404', 'default'], [200]],
    ['oauth_client_client_id_delete', ['200', '404', 'default'], [200]],
    ['oauth_generate_token_post', ['200', 'default'], [200]],
    ['oauth_idp_callback_get', ['302'], [302]],
    ['oauth_idp_login_get', ['302'], [302]],
    ['oauth_revoke_token_post', ['200', '404', 'default'], [200]],
    ['oauth_token_post', ['200', '400', '401', 'default'], [200]],
  ])('documents the answers of %s', async (id, statuses, successes) => {
    const operation = (await loading).operations[id];
    expect(Object.keys(operation.responses)).toEqual(statuses);
    expect(operation.documentedSuccesses).toEqual(successes);
    expect(operation.responses['302']?.headers ?? ['Location']).toEqual(['Location']);
  });

  it('has form, JSON and query where the contract has them', async () => {
    const { operations } = await loading;
    const shape = operationIds.map((id) => {
      const { body, parameters } = operations[id];
      return [id, body?.mediaType ?? null, parameters.map((it) => `${it.in} ${it.name} ${it.required}`)];
    });
    expect(shape).toMatchSnapshot();
  });

  it('has the limits of the models', async () => {
    const contract = await loading;
    expect(bodyAt(contract, 'oauth_client_post', '/properties/client_name/maxLength')).toBe(64);
    expect(bodyAt(contract, 'oauth_client_post', '/properties/client_description/maxLength')).toBe(1000);
    expect(bodyAt(contract, 'oauth_client_list_post', '/properties/length')).toMatchObject({
      format: 'int32',
      minimum: 1,
    });
    const reason = '/properties/message_list/items/properties/reason/enum';
    const error = contract.operations.oauth_token_post.responses['400']?.schema;
    expect(new Set(resolvePointer(error, reason) as unknown[]).size).toBe(81);
  });

  it('has no reference left', async () => {
    expect(JSON.stringify(await loading)).not.toContain('"$ref"');
  });
});

describe('a Swagger 2.0 document', () => {
  const loading = load(swaggerDocument());

  it('gives the 12 operations, whatever else it describes', async () => {
    const contract = await loading;
    expect(Object.keys(contract.operations)).toEqual(operationIds);
    expect(contract.basePath).toBe('/api/nutanix/v3');
    expect(contract.operations.oauth_token_post.basicAuth).toBe(true);
  });

  it('names the path parameter as the contract does', async () => {
    const { path, parameters } = (await loading).operations.oauth_client_client_id_put;
    expect(path).toBe('/oauth/client/{client_id}');
    expect(parameters).toEqual([
      { name: 'client_id', in: 'path', required: true, schema: { type: 'string' } },
    ]);
  });

  it('has forms as forms, also where no media type is declared', async () => {
    const contract = await loading;
    for (const id of ['oauth_authorize_post', 'oauth_token_post'] as const) {
      expect(contract.operations[id].body?.mediaType).toBe('application/x-www-form-urlencoded');
      expect(contract.operations[id].body?.required).toBe(true);
    }
    expect(bodyAt(contract, 'oauth_authorize_post', '/required')).toEqual([
      'client_id',
      'response_type',
      'confirm',
    ]);
  });

  it('keeps every limit of a form parameter', async () => {
    expect(bodyAt(await loading, 'oauth_token_post', '/properties/client_secret/minLength')).toBe(1);
  });

  it('adds what the published description says in words only', async () => {
    const contract = await loading;
    expect(bodyAt(contract, 'oauth_authorize_post', '/properties/response_type/const')).toBe('code');
    expect(bodyAt(contract, 'oauth_authorize_post', '/properties/confirm/enum')).toEqual(['yes', 'no']);
    expect(bodyAt(contract, 'oauth_token_post', '/properties/grant_type/enum')).toEqual([
      'authorization_code',
      'refresh_token',
    ]);
  });

  it('takes the vendor extension for an enumeration', async () => {
    const contract = await loading;
    expect(bodyAt(contract, 'oauth_client_list_post', '/properties/sort_order/enum')).toEqual([
      'ASCENDING',
      'DESCENDING',
    ]);
    expect(contract.operations.oauth_revoke_token_post.parameters[1]?.schema).toEqual({
      type: 'string',
      default: 'access_token',
      enum: ['access_token', 'refresh_token'],
    });
  });

  it('takes the vendor extension for nullable', async () => {
    expect(bodyAt(await loading, 'oauth_generate_token_post', '/properties/expires_in/type')).toEqual([
      'integer',
      'null',
    ]);
  });

  it('has application/json for bodies and answers that declare nothing', async () => {
    const document = change(swaggerDocument(), ['produces'], undefined);
    const { body, responses } = (await load(document)).operations.oauth_client_post;
    expect(body?.mediaType).toBe('application/json');
    expect(responses['200']?.mediaTypes).toEqual(['application/json']);
  });

  it('prefers the media types of an operation to those of the document', async () => {
    const own = ['paths', '/oauth/client', 'post', 'produces'];
    const document = change(swaggerDocument(), own, ['application/vnd.own+json']);
    const { responses } = (await load(document)).operations.oauth_client_post;
    expect(responses['200']?.mediaTypes).toEqual(['application/vnd.own+json']);
  });

  it('takes an enumeration of its own at its word', async () => {
    const path = ['paths', '/oauth/authorize', 'post', 'parameters', 2, 'enum'];
    const contract = await load(change(swaggerDocument(), path, ['yes', 'no', 'later']));
    expect(bodyAt(contract, 'oauth_authorize_post', '/properties/confirm/enum')).toEqual([
      'yes',
      'no',
      'later',
    ]);
  });

  it('documents an answer without a body as such', async () => {
    expect((await loading).operations.oauth_idp_login_get.responses['302']).toEqual({
      description: 'Elsewhere',
      schema: null,
      mediaTypes: [],
      headers: ['Location'],
    });
  });

  it('asks for no credentials where an operation is public', async () => {
    const document = change(swaggerDocument(), ['paths', '/oauth/idp_login', 'get', 'security'], []);
    const { operations } = await load(document);
    expect(operations.oauth_idp_login_get.basicAuth).toBe(false);
    expect(operations.oauth_adfs_login_get.basicAuth).toBe(true);
  });

  it('may have its base path in the paths', async () => {
    const document = change(swaggerDocument(), ['basePath'], '/');
    const paths = Object.entries(document['paths'] as Draft);
    const long = Object.fromEntries(paths.map(([path, item]) => [`/api/nutanix/v3${path}`, item]));
    // The path of another service, with the same ending.
    const contract = await load({ ...document, paths: { '/v9/oauth/token': { get: {} }, ...long } });
    expect(contract.basePath).toBe('/api/nutanix/v3');
    expect(contract.operations.oauth_client_client_id_get.path).toBe('/oauth/client/{client_id}');
  });
});

describe('an OpenAPI 3.0 document', () => {
  const document = (): Draft => {
    const plain = swaggerDocument();
    for (const name of ['/oauth/authorize', '/oauth/token']) {
      change(plain, ['paths', name, 'post', 'consumes'], ['application/x-www-form-urlencoded']);
    }
    return upgrade(plain, '3.0');
  };

  it('gives the same operations as its 2.0 form', async () => {
    const [old, upgraded] = await Promise.all([load(swaggerDocument()), load(document())]);
    expect(upgraded.basePath).toBe(old.basePath);
    expect(upgraded.operations.oauth_client_client_id_put).toEqual(old.operations.oauth_client_client_id_put);
    expect(bodyAt(upgraded, 'oauth_token_post', '/properties/grant_type/enum')).toHaveLength(2);
  });

  it('has null where it says nullable, with a type and without', async () => {
    const members = ['components', 'schemas', 'token', 'properties'];
    const contract = await load(
      change(document(), members, {
        typed: { type: 'string', nullable: true },
        untyped: { allOf: [{ type: 'string' }], nullable: true },
        strict: { type: 'string', nullable: false },
      }),
    );
    const schema = contract.operations.oauth_token_post.responses['200']?.schema;
    expect(resolvePointer(schema, '/properties')).toEqual({
      typed: { type: ['string', 'null'] },
      untyped: { anyOf: [{ allOf: [{ type: 'string' }] }, { type: 'null' }] },
      strict: { type: 'string' },
    });
  });

  it('has the path of its first server, variables filled in', async () => {
    const servers = [
      {
        url: 'https://{host}:9440/{base}/v3/',
        variables: { host: { default: 'pc' }, base: { default: 'api' } },
      },
    ];
    expect((await load({ ...document(), servers })).basePath).toBe('/api/v3');
    expect((await load(change(document(), ['servers'], undefined))).basePath).toBe('');
  });
});

describe('an OpenAPI 3.1 document', () => {
  const document = (): Draft => yaml.parse(readFileSync(bundledContract, 'utf8')) as Draft;

  it('is the same contract as JSON and as YAML', async () => {
    const [asJson, asYaml] = await Promise.all([load(document()), loadContract(bundledContract)]);
    expect(asJson.operations).toEqual(asYaml.operations);
    expect(asJson.sha256).not.toBe(asYaml.sha256);
  });

  it('applies what stands beside a reference', async () => {
    const members = ['components', 'schemas', 'OauthClientInput', 'properties'];
    const name = { $ref: '#/components/schemas/Name', description: 'a name' };
    const short = { $ref: '#/components/schemas/Name', maxLength: 3 };
    const changed = change(document(), ['components', 'schemas', 'Name'], { type: 'string', maxLength: 9 });
    const contract = await load(change(changed, members, { name, short }));
    expect(bodyAt(contract, 'oauth_client_post', '/properties')).toEqual({
      name: { type: 'string', maxLength: 9, description: 'a name' },
      short: { allOf: [{ type: 'string', maxLength: 9 }, { maxLength: 3 }] },
    });
  });

  it('may name its schemas and their dialect', async () => {
    const named = {
      $id: 'https://models.example/client',
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: { $id: { type: 'string' } },
    };
    const contract = await load(change(document(), ['components', 'schemas', 'OauthClientInput'], named));
    expect(contract.operations.oauth_client_post.body?.schema).toEqual({
      type: 'object',
      properties: { $id: { type: 'string' } },
    });
  });

  it('may spread over several files', async () => {
    temporaryDocument(
      { Input: { type: 'object', properties: { at: { $ref: '#/Text' } } }, Text: { type: 'string' } },
      'models.json',
    );
    const contract = await load(
      change(document(), ['components', 'schemas', 'OauthClientInput'], { $ref: 'models.json#/Input' }),
    );
    expect(contract.operations.oauth_client_post.body?.schema).toEqual({
      type: 'object',
      properties: { at: { type: 'string' } },
    });
  });

  it('may have anchors and aliases', async () => {
    const text = readFileSync(bundledContract, 'utf8')
      .replace(
        "'404': { $ref: '#/components/responses/UnknownClient' }",
        "'404': &gone { $ref: '#/components/responses/UnknownClient' }",
      )
      .replace("'404': { $ref: '#/components/responses/UnknownClient' }", "'404': *gone");
    expect(text).toContain('*gone');
    const { operations } = await loadContract(temporaryDocument(text, 'aliases.yaml'));
    expect(operations).toEqual((await loadContract(bundledContract)).operations);
  });
});

describe('a document at a URL', () => {
  it('is the same contract as from a file', async () => {
    const bytes = readFileSync(bundledContract);
    const server = createServer((_, response) => response.end(bytes));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const fetched = await loadContract(`http://127.0.0.1:${port}/openapi.yaml`);
      expect(fetched).toEqual(await loadContract(bundledContract));
    } finally {
      server.close();
    }
  });
});

describe('an upper bound that nothing reaches', () => {
  it('says nothing, and one that a request can reach stays', async () => {
    const text = { type: 'string', maxLength: 2_147_483_647 };
    const schema = { type: 'array', items: text, maxItems: 2_147_483_647, minItems: 1 };
    const input = { type: 'object', properties: { many: schema, name: { type: 'string', maxLength: 64 } } };
    const contract = await load(
      change(
        yaml.parse(readFileSync(bundledContract, 'utf8')) as Draft,
        ['components', 'schemas', 'OauthClientInput'],
        input,
      ),
    );
    expect(contract.operations.oauth_client_post.body?.schema).toEqual({
      type: 'object',
      properties: {
        many: { type: 'array', items: { type: 'string' }, minItems: 1 },
        name: { type: 'string', maxLength: 64 },
      },
    });
  });
});
