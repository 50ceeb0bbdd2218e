import { describe, expect, it } from '@jest/globals';
import { readRedirectUri } from '../../../generators/request/decode-parts.ts';
import { buildRequest, slot } from '../../../generators/request/build-request.ts';
import {
  authorizeStep,
  generateStep,
  mainRequestStep,
  redeemStep,
  registerStep,
} from '../../../generators/setup/setup-steps.ts';
import {
  listAfterStep,
  readBackStep,
  replayStep,
  useTokenStep,
} from '../../../generators/setup/probe-steps.ts';
import { sharedClients, sharedRegisterStep } from '../../../generators/setup/shared-client.ts';

const slotsOf = (step: { readonly captures: readonly { readonly slot: string }[] }) =>
  step.captures.map((capture) => capture.slot);

describe('a setup step', () => {
  it('captures under the names that all cases use', () => {
    expect(slotsOf(registerStep())).toEqual(['client.id', 'client.secret']);
    expect(slotsOf(registerStep({}, { name: 'register-other' }))).toEqual(['other.id', 'other.secret']);
    expect(slotsOf(authorizeStep())).toEqual(['code']);
    expect(slotsOf(authorizeStep({ code: 'second' }))).toEqual(['second']);
    expect(slotsOf(redeemStep())).toEqual(['access_token', 'refresh_token']);
    expect(slotsOf(generateStep())).toEqual([
      'generated.id',
      'generated.secret',
      'generated.access_token',
      'generated.refresh_token',
    ]);
  });

  it('is shared only where it has a key', () => {
    expect(registerStep()).not.toHaveProperty('shared');
    expect(sharedClients.map((client) => sharedRegisterStep(client).shared)).toEqual([
      'client-0',
      'client-1',
      'client-2',
      'client-3',
      'client-4',
    ]);
  });

  it('registers redirect URIs that every target takes', () => {
    const uris = sharedClients.flatMap(({ input }) => input.redirect_uris);
    expect(uris.filter((uri) => readRedirectUri(uri) !== 'plain')).toEqual([]);
  });

  it('asks for an authorization as a careful client does, unless it is told otherwise', () => {
    const names = (step: ReturnType<typeof authorizeStep>) =>
      step.request.body?.type === 'form' ? step.request.body.pairs.map(([name]) => name) : [];
    expect(names(authorizeStep({ redirectUri: null, scope: null, state: null }))).toEqual([
      'client_id',
      'response_type',
      'confirm',
    ]);
    expect(names(authorizeStep())).toEqual([
      'client_id',
      'response_type',
      'confirm',
      'redirect_uri',
      'scope',
      'state',
    ]);
  });
});

describe('the main step', () => {
  it('captures what it creates, and only where it creates something', () => {
    const main = (id: Parameters<typeof mainRequestStep>[0]) => mainRequestStep(id, buildRequest(id));
    expect(slotsOf(main('oauth_client_post'))).toEqual(['created.id', 'created.secret']);
    expect(slotsOf(main('oauth_generate_token_post'))).toContain('created.access_token');
    expect(slotsOf(main('oauth_client_client_id_put'))).toEqual([]);
  });
});

describe('a probe', () => {
  it('has the name that rules look for', () => {
    const main = mainRequestStep('oauth_client_post', buildRequest('oauth_client_post', { json: {} }));
    expect(readBackStep().name).toBe('read-back');
    expect(listAfterStep().name).toBe('list-after');
    expect(replayStep(main)).toMatchObject({
      name: 'replay',
      role: 'probe',
      captures: [],
      request: main.request,
    });
  });

  it('uses a token before the main request as a setup step, and after it as a probe', () => {
    expect(useTokenStep(slot('x'), 'use-token-before').role).toBe('setup');
    expect(useTokenStep()).toMatchObject({
      role: 'probe',
      operation: 'gateway',
      request: { path: ['users', 'me'], credentials: { type: 'bearer', token: { slot: 'access_token' } } },
    });
  });
});
