import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildBrokenFamilies } from '../../../generators/broken/broken-families.ts';
import { mainStep } from '../../../generators/case.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { JsonSchema } from '../../../spec/json-schema.ts';
import { operationIds } from '../../../spec/operation-ids.ts';
import type { OperationId } from '../../../spec/operation-ids.ts';
import type { Contract } from '../../../spec/operation.ts';

let contract: Contract;

beforeAll(async () => {
  contract = await loadBundledContract();
});

function namesOf(id: OperationId): readonly string[] {
  return buildBrokenFamilies(contract, contract.operations[id]).map(({ name }) => name);
}

/** The published types declare keywords as unknown, so this reads them for a test. */
function propertiesOf(schema: JsonSchema): [name: string, schema: Record<string, unknown>][] {
  return Object.entries(
    (schema as { properties?: Record<string, Record<string, unknown>> }).properties ?? {},
  );
}

function requiredOf(schema: JsonSchema): readonly string[] {
  return (schema as { required?: string[] }).required ?? [];
}

describe.each(operationIds)('the contract of %s', (id) => {
  it('has a family for each required member, limit, format and closed list of a JSON body', () => {
    const { body } = contract.operations[id];
    if (body?.mediaType !== 'application/json') return;
    const names = namesOf(id);
    const wanted = requiredOf(body.schema).map((name) => `broken.body.missing-member:/${name}`);
    for (const [name, schema] of propertiesOf(body.schema)) {
      wanted.push(`broken.body.wrong-type.null:/${name}`, `broken.body.wrong-type.object:/${name}`);
      if (schema['type'] === 'string') wanted.push(`broken.body.wrong-type.number:/${name}`);
      if (schema['type'] === 'integer') wanted.push(`broken.body.fraction:/${name}`);
      if (schema['type'] === 'integer') wanted.push(`broken.body.integer-as-string:/${name}`);
      if (schema['type'] === 'array') wanted.push(`broken.body.wrong-item-type.number:/${name}`);
      if ('maxLength' in schema) wanted.push(`broken.body.too-long.by-one:/${name}`);
      if ('maxLength' in schema) wanted.push(`broken.body.too-long.by-one-astral:/${name}`);
      if ('minimum' in schema) wanted.push(`broken.body.under-minimum:/${name}`);
      if ('format' in schema) wanted.push(`broken.body.beyond-${String(schema['format'])}:/${name}`);
      if ('enum' in schema || 'const' in schema) wanted.push(`broken.body.outside-enum:/${name}`);
    }
    expect(names).toEqual(expect.arrayContaining(wanted));
  });

  it('has a family for each required parameter and closed list of a form', () => {
    const { body } = contract.operations[id];
    if (body?.mediaType !== 'application/x-www-form-urlencoded') return;
    const wanted = requiredOf(body.schema).flatMap((name) =>
      ['missing', 'empty', 'in-query', 'other-case'].map((kind) => `broken.form.${kind}:form:${name}`),
    );
    for (const [name, schema] of propertiesOf(body.schema)) {
      wanted.push(`broken.form.repeated:form:${name}`);
      if ('enum' in schema || 'const' in schema) wanted.push(`broken.form.outside-enum:form:${name}`);
    }
    expect(namesOf(id)).toEqual(expect.arrayContaining(wanted));
  });

  it('has a family for each query parameter, and for the client in the path', () => {
    const wanted = contract.operations[id].parameters.flatMap((parameter) => {
      if (parameter.in === 'path') return ['broken.client.unknown:path', 'broken.path.dot-segment:path'];
      const kinds = parameter.required ? ['missing', 'empty', 'repeated'] : ['repeated'];
      return kinds.map((kind) => `broken.query.${kind}:query:${parameter.name}`);
    });
    expect(namesOf(id)).toEqual(expect.arrayContaining(wanted));
  });

  it('has a family for each way to lack credentials', () => {
    const kinds = ['none', 'wrong-user', 'wrong-password', 'empty-password', 'malformed', 'unknown-bearer'];
    expect(namesOf(id)).toEqual(
      expect.arrayContaining(kinds.map((kind) => `broken.credentials.${kind}:header:Authorization`)),
    );
  });
});

describe('methods', () => {
  it('are tried once a path, and never those that the contract has there', () => {
    const tried = operationIds.flatMap((id) =>
      namesOf(id)
        .filter((name) => name.startsWith('broken.method.'))
        .map((name) => `${name.split(/[.:]/)[3] ?? ''} ${contract.operations[id].path}`.toUpperCase()),
    );
    expect(new Set(tried).size).toBe(tried.length);
    const documented = operationIds.map((id) => contract.operations[id]);
    for (const { method, path } of documented) expect(tried).not.toContain(`${method} ${path}`.toUpperCase());
    expect(tried).toContain('PATCH /OAUTH/CLIENT/{CLIENT_ID}');
  });

  it('take GET, HEAD, PUT and DELETE of the list for those of a client named list', () => {
    const other = namesOf('oauth_client_list_post').filter((name) => name.includes('of-other-path'));
    expect(other).toEqual(
      ['get', 'head', 'put', 'delete'].map((method) => `broken.method.of-other-path.${method}:method`),
    );
  });
});

describe('another contract', () => {
  it('has the families of its own members, limits and lists', () => {
    const operation = contract.operations.oauth_client_post;
    const schema: JsonSchema = {
      type: 'object',
      required: ['colour'],
      properties: {
        colour: { type: 'string', enum: ['red', 'blue'] },
        size: { type: ['integer', 'null'], maximum: 9 },
        anything: {},
      },
    };
    const body = { required: true, mediaType: 'application/json', schema } as const;
    const names = buildBrokenFamilies(contract, { ...operation, body })
      .map(({ name }) => name)
      .filter((name) => name.includes(':/'));
    expect(names).toMatchSnapshot();
  });
});

describe('a case about credentials', () => {
  it('brings its own client where it could change one, and looks at it afterwards', () => {
    const changing = ['oauth_client_client_id_put', 'oauth_client_client_id_delete'] as const;
    for (const id of changing) {
      for (const family of buildBrokenFamilies(contract, contract.operations[id])) {
        const [drawn] = fc.sample(family.cases, { numRuns: 1, seed: 1 });
        const names = drawn?.steps.map(({ name }) => name);
        expect(names).toEqual(['register', 'main', 'read-back']);
        expect(drawn?.steps[0]?.shared).toBeUndefined();
      }
    }
  });

  it('lists clients after a registration under a name that no other has', () => {
    const family = buildBrokenFamilies(contract, contract.operations.oauth_client_post).find(({ name }) =>
      name.startsWith('broken.credentials.none'),
    );
    expect(family).toBeDefined();
    if (family === undefined) return;
    const cases = fc.sample(family.cases, { numRuns: 50, seed: 1 });
    expect(cases[0]?.steps.map(({ name }) => name)).toEqual(['main', 'list-after']);
    const bodies = cases.map((drawn) => JSON.stringify(mainStep(drawn).request.body));
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it('uses the token before and after a revocation', () => {
    const family = buildBrokenFamilies(contract, contract.operations.oauth_revoke_token_post).find(
      ({ name }) => name.startsWith('broken.credentials.none'),
    );
    if (family === undefined) throw new Error('no family');
    const [drawn] = fc.sample(family.cases, { numRuns: 1, seed: 1 });
    expect(drawn?.steps.map(({ name }) => name)).toEqual([
      'generate',
      'use-token-before',
      'main',
      'use-token',
    ]);
  });
});
