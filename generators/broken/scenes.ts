import fc from 'fast-check';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { RequestTemplate } from '../case.ts';
import { buildRequest, slot } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { fixtureClient } from '../setup/fixture-client.ts';
import { fixtureTokenRequest, generateStep, registerStep } from '../setup/setup-steps.ts';
import { listAfterStep, readBackStep, useTokenStep } from '../setup/probe-steps.ts';
import { sharedClients, sharedRegisterStep } from '../setup/shared-client.ts';
import { authorizationScene, codeScene, refreshScene } from './grant-scenes.ts';
import { alphanumeric } from './member.ts';
import type { Scene } from './scene.ts';
import { eachInTurn } from '../text/in-turn.ts';

/** Draws valid requests to an operation, with their surrounding steps. */
export function sceneOf(operation: OperationId): fc.Arbitrary<Scene> {
  return scenes[operation]();
}

/**
 * Draws scenes that show whether a refused request changed anything. Its subject belongs to the case alone and is
 * checked afterwards. A client that must not be created has the purpose in its name: cases of other families under the
 * same seed share the rest of the name and do create theirs.
 */
export function watchedSceneOf(operation: OperationId, purpose: string): fc.Arbitrary<Scene> {
  switch (operation) {
    case 'oauth_client_post':
    case 'oauth_generate_token_post':
      return creationScene(operation, `-${purpose}`).map((drawn) => ({ ...drawn, after: [listAfterStep()] }));
    case 'oauth_client_client_id_get':
      return fc.constant(ownClient(buildRequest(operation)));
    case 'oauth_revoke_token_post':
      return watchedRevocationScene();
    default:
      return sceneOf(operation);
  }
}

const scenes: Readonly<Record<OperationId, () => fc.Arbitrary<Scene>>> = {
  oauth_adfs_login_get: () => fc.constant(plain(buildRequest('oauth_adfs_login_get'))),
  oauth_idp_login_get: () => fc.constant(plain(buildRequest('oauth_idp_login_get'))),
  oauth_idp_callback_get: callbackScene,
  oauth_authorize_post: authorizationScene,
  oauth_token_post: () => eachInTurn(codeScene(), refreshScene()),
  oauth_client_post: () => creationScene('oauth_client_post'),
  oauth_generate_token_post: () => creationScene('oauth_generate_token_post'),
  oauth_client_list_post: listScene,
  oauth_client_client_id_get: () =>
    fc.constantFrom(...sharedClients).map((client) => ({
      ...plain(buildRequest('oauth_client_client_id_get')),
      before: [sharedRegisterStep(client)],
    })),
  oauth_client_client_id_put: () =>
    label().map((name) =>
      ownClient(buildRequest('oauth_client_client_id_put', { json: fixtureClient(name) })),
    ),
  oauth_client_client_id_delete: () => fc.constant(ownClient(buildRequest('oauth_client_client_id_delete'))),
  oauth_revoke_token_post: revocationScene,
};

/** Distinguishes a client from all others of its run. With a purpose appended, the name is just within its limit. */
function label(): fc.Arbitrary<string> {
  return alphanumeric(16);
}

function creationScene(
  operation: 'oauth_client_post' | 'oauth_generate_token_post',
  suffix = '',
): fc.Arbitrary<Scene> {
  const body = operation === 'oauth_client_post' ? fixtureClient : fixtureTokenRequest;
  return label().map((name) => plain(buildRequest(operation, { json: body(`${name}${suffix}`) })));
}

function plain(request: RequestTemplate): Scene {
  return { before: [], request, after: [] };
}

/** Even a refused request may change the client, so no other case uses it. */
function ownClient(request: RequestTemplate): Scene {
  return { before: [registerStep()], request, after: [readBackStep()] };
}

/** No target knows the code, so this request may be refused even without a flaw. Only its form is broken. */
function callbackScene(): fc.Arbitrary<Scene> {
  return fc.tuple(alphanumeric(20), alphanumeric(16)).map(([code, state]) => {
    const query: readonly Pair[] = [
      ['code', code],
      ['state', state],
    ];
    return plain(buildRequest('oauth_idp_callback_get', { query }));
  });
}

function listScene(): fc.Arbitrary<Scene> {
  return fc
    .record({ length: fc.integer({ min: 1, max: 20 }), offset: fc.nat(5) }, { requiredKeys: [] })
    .map((json) => plain(buildRequest('oauth_client_list_post', { json })));
}

/** The token may have been revoked already: these cases only test how the query is read. */
function revocationScene(): fc.Arbitrary<Scene> {
  const generate = generateStep(fixtureTokenRequest('revoked'), { shared: 'revoked-token' });
  return fc.constant({ before: [generate], request: revocation, after: [] });
}

/**
 * The token is used before and after: so a target that takes no Bearer token is not mistaken for one that revoked it.
 */
function watchedRevocationScene(): fc.Arbitrary<Scene> {
  return label().map((name) => ({
    before: [generateStep(fixtureTokenRequest(name)), useTokenStep(generatedToken, 'use-token-before')],
    request: revocation,
    after: [useTokenStep(generatedToken)],
  }));
}

const generatedToken = slot('generated.access_token');
const revocation = buildRequest('oauth_revoke_token_post', { query: [['token', generatedToken]] });
