import { beforeAll, describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../checks/catalogue.ts';
import type { Contract } from '../../spec/operation.ts';
import type { PlainAttempt } from './answered.ts';
import { judgeWith } from './describe-rule.ts';
import { client, clientPath, clientSlots, refused, registerStep, sentClient, token } from './samples.ts';
import { testContract } from './test-contract.ts';

/** Shapes that gateways are known to return, with invented values, and all rules that each violates. */
const shapes: Readonly<Record<string, readonly [attempt: PlainAttempt, ...violated: string[]]>> = {
  'a 401 whose details are a text, without a kind': [
    refused(
      {
        status: 401,
        headers: { 'www-authenticate': 'Basic realm="Intent Gateway Login Required"' },
        body: {
          state: 'ERROR',
          code: 401,
          message_list: [
            {
              reason: 'AUTHENTICATION_REQUIRED',
              message: 'Authentication required.',
              details: 'Basic realm="Intent Gateway Login Required"',
            },
          ],
          api_version: '3.1',
        },
      },
      { aspect: 'credentials', credentials: { type: 'none' } },
    ),
    'error.details.map MAY',
  ],
  'a 401 that is no JSON': [
    refused(
      { status: 401, headers: { 'www-authenticate': 'Basic realm="Prism"' }, body: 'Unauthorized' },
      { aspect: 'credentials', credentials: { type: 'none' } },
    ),
    'error.envelope.gateway SHOULD',
  ],
  'a 403 that shows the request': [
    refused({
      status: 403,
      body: {
        api_version: '3.1',
        code: 403,
        message_list: [
          {
            message:
              "No permission to access the resource. <Request 'http://pc.example:9440/v3/x/0a1b' [GET]>",
            reason: 'ACCESS_DENIED',
          },
        ],
        state: 'ERROR',
      },
    }),
    'error.kind.own MAY',
  ],
  'a 404 of the kind oauth_client': [
    refused(
      {
        status: 404,
        body: {
          api_version: '3.1',
          code: 404,
          kind: 'oauth_client',
          message_list: [{ message: 'oauth_client : 0a1b does not exist.', reason: 'ENTITY_NOT_FOUND' }],
          state: 'ERROR',
        },
      },
      { operation: 'oauth_client_client_id_get', aspect: 'client-id', path: ['oauth', 'client', '0a1b'] },
    ),
  ],
  'a 404 of an invalid argument, without a kind': [
    refused(
      {
        status: 404,
        body: {
          api_version: '3.1',
          code: 404,
          message_list: [{ message: 'oauth_client : 0a1b does not exist.', reason: 'INVALID_ARGUMENT' }],
          state: 'ERROR',
        },
      },
      { operation: 'oauth_client_client_id_get', aspect: 'client-id', path: ['oauth', 'client', '0a1b'] },
    ),
    'error.kind.own MAY',
  ],
  'the 404 of a framework on a path that is not there': [
    refused(
      { status: 404, body: { message: 'The requested URL was not found on the server.' } },
      { aspect: 'path' },
    ),
    'error.envelope.gateway SHOULD',
  ],
  'the 404 of a framework for a client': [
    refused(
      { status: 404, body: { message: 'The requested URL was not found on the server.' } },
      { operation: 'oauth_client_client_id_get', aspect: 'client-id', path: ['oauth', 'client', '0a1b'] },
    ),
    'error.envelope.documented MUST',
  ],
  'a 400 to GET /oauth/client/list, read as an id': [
    refused(
      {
        status: 400,
        body: {
          api_version: '3.1',
          code: 400,
          kind: 'oauth_client',
          message_list: [{ message: 'Invalid UUID passed. list', reason: 'INVALID_UUID' }],
          state: 'ERROR',
        },
      },
      { operation: 'oauth_client_list_post', aspect: 'method', method: 'GET' },
    ),
  ],
  'a 422 whose details are a map of lists': [
    refused({
      status: 422,
      body: {
        api_version: '3.0',
        code: 422,
        message_list: [
          {
            details: { '': ["'client_name' is a required property"] },
            message: 'Request could not be processed.',
            reason: 'INVALID_REQUEST',
          },
        ],
        state: 'ERROR',
      },
    }),
    'error.kind.own MAY',
    'error.details.map MAY',
  ],
  'a 500 in text': [
    refused({ status: 500, body: 'Internal Server Error' }),
    'robustness.server-error.none MUST',
    'error.envelope.gateway SHOULD',
  ],
  'the error object of RFC 6749': [
    {
      operation: 'oauth_token_post',
      expectation: 'refuse',
      aspect: 'grant',
      brokenAt: 'form:code',
      answer: { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid code.' } },
    },
    'error.envelope.documented MUST',
  ],
  'a list with total_matches and no entities': [
    {
      operation: 'oauth_client_list_post',
      json: {},
      answer: { status: 200, body: { entities: [], metadata: { kind: 'oauth_client', total_matches: 0 } } },
    },
  ],
  'a deletion answered with null': [
    {
      operation: 'oauth_client_client_id_delete',
      path: clientPath,
      slots: clientSlots,
      steps: { register: registerStep },
      answer: { status: 200, body: null },
    },
    'client.deletion.with-client MAY',
  ],
  'an error inside a 200': [
    {
      operation: 'oauth_revoke_token_post',
      answer: {
        status: 200,
        body: {
          state: 'ERROR',
          code: 500,
          message_list: [{ message: 'Internal error.', reason: 'INTERNAL_ERROR' }],
        },
      },
    },
    'revoke.answer.not-error MUST',
  ],
  'a token of an older build, which says nothing of caches': [
    { operation: 'oauth_token_post', answer: { status: 200, body: token } },
    'token.answer.no-store MUST',
    'token.answer.pragma-no-cache SHOULD',
  ],
  'the headers of 2019': [
    {
      operation: 'oauth_client_post',
      json: sentClient,
      answer: {
        status: 200,
        headers: {
          server: 'Apache',
          'x-ntnx-env': 'PC',
          'strict-transport-security': [
            'max-age=8640000;includeSubdomains',
            'max-age=8640000;includeSubdomains',
          ],
          'x-frame-options': ['SAMEORIGIN', 'SAMEORIGIN'],
        },
        body: client,
      },
    },
    'client.answer.no-store SHOULD',
    'header.hsts.single SHOULD',
  ],
  'the headers of 2025': [
    {
      operation: 'oauth_client_post',
      json: sentClient,
      answer: {
        status: 200,
        headers: { 'cache-control': 'no-cache, no-store', pragma: 'no-cache', expires: '0' },
        body: client,
      },
    },
  ],
  'a limited rate': [
    {
      operation: 'oauth_client_post',
      json: sentClient,
      answer: { status: 429, headers: { 'retry-after': '1' }, body: 'slow down' },
    },
  ],
};

describe('known shapes of answers', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await testContract();
  });

  it.each(Object.entries(shapes))('%s', (_, [plain, ...violated]) => {
    const found = rulesOf(plain.operation)
      .filter((rule) => (judgeWith(rule, contract, plain) ?? []).length > 0)
      .map(({ id, level }) => `${id} ${level}`);
    expect(found).toEqual(violated);
  });
});
