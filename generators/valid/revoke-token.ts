import fc from 'fast-check';
import type { Expectation, Piece, Step } from '../case.ts';
import type { Family } from '../family.ts';
import { buildRequest, jsonMediaType, slot } from '../request/build-request.ts';
import type { Pair, RequestParts } from '../request/build-request.ts';
import {
  authorizeStep,
  fixtureTokenRequest,
  generateStep,
  mainRequestStep,
  redeemStep,
  registerStep,
} from '../setup/setup-steps.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { sharedClients } from '../setup/shared-client.ts';
import { validFamily } from './valid-family.ts';

const operation = 'oauth_revoke_token_post';
// The target chooses the values, so only the client can vary.
const enough = 20;

/** Each case has a client of its own: a target may end the tokens of a client with its next grant. */
const granted: fc.Arbitrary<readonly Step[]> = fc.constantFrom(...sharedClients).map((client) => {
  const redirectUri = client.input.redirect_uris[0] ?? '';
  return [registerStep(client.input), authorizeStep({ redirectUri }), redeemStep({ redirectUri })];
});
const generated: fc.Arbitrary<readonly Step[]> = fc.constant([generateStep(fixtureTokenRequest('revoked'))]);

function family(
  name: string,
  before: fc.Arbitrary<readonly Step[]>,
  query: readonly Pair[],
  facts: { expectation?: Expectation; probe?: Piece; parts?: RequestParts } = {},
): Family {
  const { expectation = 'accept', probe, parts = {} } = facts;
  const main = mainRequestStep(operation, buildRequest(operation, { query, ...parts }));
  const steps =
    probe === undefined ? [main] : [useTokenStep(probe, 'use-token-before'), main, useTokenStep(probe)];
  return validFamily({
    operation,
    name,
    aspect: 'grant',
    expectation,
    enough,
    steps: before.map((setup) => [...setup, ...steps]),
  });
}

/** Valid revocations of either token, with either hint or none. An access token is used before and after. */
export function revokeTokenFamilies(): readonly Family[] {
  const access = slot('access_token');
  const refresh = slot('refresh_token');
  const other = slot('generated.access_token');
  const hint = (value: string): Pair => ['token_type_hint', value];
  return [
    family('access-token', granted, [['token', access]], { probe: access }),
    family('access-token-hinted', granted, [['token', access], hint('access_token')], { probe: access }),
    family('refresh-token', granted, [['token', refresh], hint('refresh_token')]),
    family('hint-first', granted, [hint('refresh_token'), ['token', refresh]]),
    family('generated-token', generated, [['token', other]], { probe: other }),
    // Clients generated from the description send a media type without a body.
    family('json-media-type', granted, [['token', access]], {
      parts: { body: { type: 'text', text: '', mediaType: jsonMediaType } },
    }),
    // RFC 7009 section 2.1 has a server search further, but the contract documents a default hint and a 404.
    family('refresh-token-unhinted', granted, [['token', refresh]], { expectation: 'either' }),
    family('access-token-mishinted', granted, [['token', access], hint('refresh_token')], {
      expectation: 'either',
    }),
  ];
}
