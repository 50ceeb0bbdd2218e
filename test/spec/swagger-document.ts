/** A JSON document that a test may change. */
export type Draft = Record<string, unknown>;

const clientStatus = { $ref: '#/definitions/client_status' };
const status = { $ref: '#/definitions/status' };
const redirect = { 302: { description: 'Elsewhere', headers: { Location: { type: 'string' } } } };

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const clientMembers = {
  client_name: { type: 'string', maxLength: 64 },
  client_description: { type: 'string', maxLength: 1000 },
  redirect_uris: texts,
  default_scopes: texts,
};
const message = {
  type: 'object',
  required: ['message', 'reason'],
  properties: { message: text, reason: text },
};

function field(name: string, required: boolean, words = ''): Draft {
  return { name, in: 'formData', type: 'string', required, description: words };
}

function answer(description: string, model: string): Draft {
  return { description, schema: { $ref: `#/definitions/${model}` } };
}

function body(model: string): Draft {
  return { name: 'body', in: 'body', required: true, schema: { $ref: `#/definitions/${model}` } };
}

const clientId = { name: 'uuid', in: 'path', required: true, type: 'string' };
const clientAnswers = {
  200: answer('Done', 'client_response'),
  404: { description: 'None', schema: clientStatus },
  default: { description: 'Error', schema: clientStatus },
};
const errors = { default: { description: 'Error', schema: status } };

const oauthPaths = {
  '/oauth/adfs_login': { get: { responses: redirect } },
  '/oauth/authorize': {
    post: {
      parameters: [
        field('client_id', true),
        field('response_type', true, "Has to be 'code'"),
        field('confirm', true, 'Yes or no'),
        field('scope', false),
        field('redirect_uri', false),
        field('state', false),
      ],
      responses: { ...redirect, ...errors },
    },
  },
  '/oauth/client': {
    post: { parameters: [body('client_input')], responses: clientAnswers },
  },
  '/oauth/client/list': {
    post: { parameters: [body('list_metadata')], responses: { 200: answer('Clients', 'client_list') } },
  },
  '/oauth/client/{uuid}': {
    parameters: [clientId],
    get: { responses: clientAnswers },
    put: { parameters: [body('client_input')], responses: clientAnswers },
    delete: { responses: clientAnswers },
  },
  '/oauth/generate_token': {
    post: {
      parameters: [body('generate_request')],
      responses: { 200: answer('Token', 'generate_response'), ...errors },
    },
  },
  '/oauth/idp_callback': {
    get: {
      parameters: [
        { name: 'code', in: 'query', required: true, type: 'string' },
        { name: 'state', in: 'query', type: 'string' },
      ],
      responses: redirect,
    },
  },
  '/oauth/idp_login': { get: { responses: redirect } },
  '/oauth/revoke_token': {
    post: {
      parameters: [
        { name: 'token', in: 'query', required: true, type: 'string' },
        {
          name: 'token_type_hint',
          in: 'query',
          type: 'string',
          default: 'access_token',
          'x-ntnx-enum': ['access_token', 'refresh_token'],
        },
      ],
      responses: { 200: answer('Gone', 'status'), 404: answer('None', 'status'), ...errors },
    },
  },
  '/oauth/token': {
    post: {
      consumes: ['application/x-www-form-urlencoded'],
      parameters: [
        field('grant_type', true, 'One of the two grant types'),
        field('client_id', true),
        { ...field('client_secret', true), minLength: 1 },
      ],
      responses: { 200: answer('Tokens', 'token'), 400: answer('Bad', 'status'), ...errors },
    },
  },
};

const definitions = {
  client_input: { type: 'object', required: ['client_name'], properties: clientMembers },
  client_response: {
    type: 'object',
    required: ['client_id', 'client_name'],
    properties: { client_id: text, client_secret: text, ...clientMembers },
  },
  client_list: {
    type: 'object',
    properties: {
      entities: { type: 'array', items: { $ref: '#/definitions/client_response' } },
      metadata: { $ref: '#/definitions/list_metadata' },
    },
  },
  list_metadata: {
    type: 'object',
    properties: {
      kind: { type: 'string', default: 'oauth_client', 'x-ntnx-enum': ['oauth_client'] },
      length: { type: 'integer', format: 'int32', minimum: 1 },
      sort_order: { $ref: '#/definitions/sort_order' },
    },
  },
  sort_order: { type: 'string', 'x-ntnx-enum': ['ASCENDING', 'DESCENDING'] },
  generate_request: {
    type: 'object',
    properties: { expires_in: { type: 'integer', format: 'int64', 'x-nullable': true } },
  },
  generate_response: { type: 'object', properties: { oauth_token: { $ref: '#/definitions/token' } } },
  token: { type: 'object', required: ['access_token'], properties: { access_token: text } },
  status: { type: 'object', properties: { state: text, message_list: { type: 'array', items: message } } },
  client_status: { type: 'object', properties: { state: text, kind: text } },
  // Not used by any of our operations. A reader that follows every reference would never return.
  tree: {
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#/definitions/tree' } } },
  },
};

/**
 * A Swagger 2.0 document in the style of the published ones: forms without a media type, enumerations in a vendor
 * extension, shared path parameters with another name, and hundreds of other paths, one of them faulty.
 */
export function swaggerDocument(): Draft {
  const others = Array.from({ length: 300 }, (_, index): [string, Draft] => [
    `/things_${index}/{id}`,
    {
      get: {
        operationId: `thing_${index}`,
        parameters: [{ name: 'id', in: 'path', required: true, type: 'string' }],
        responses: { 200: answer('Tree', 'tree') },
      },
    },
  ]);
  return structuredClone({
    swagger: '2.0',
    info: { title: 'A gateway', version: '3.1.0' },
    basePath: '/api/nutanix/v3/',
    schemes: ['https'],
    produces: ['application/json'],
    securityDefinitions: { basicAuth: { type: 'basic' } },
    security: [{ basicAuth: [] }],
    paths: {
      ...Object.fromEntries(others),
      '/faulty/{id}': { get: { responses: { 200: answer('Missing model', 'absent') } } },
      ...oauthPaths,
    },
    definitions,
  });
}

/** Replaces, adds or (with undefined) removes the value at a path of member names. */
export function change(document: Draft, path: readonly (string | number)[], value: unknown): Draft {
  let current: Draft = document;
  for (const name of path.slice(0, -1)) current = current[name] as Draft;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(current, last);
  else current[last] = value;
  return document;
}
