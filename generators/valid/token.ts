import fc from 'fast-check';
import type { Aspect } from '../case.ts';
import type { Family } from '../family.ts';
import { formMediaType, slot } from '../request/build-request.ts';
import { authorizeStep } from '../setup/authorize-step.ts';
import { fixtureScope } from '../setup/fixture-client.ts';
import { redeemStep } from '../setup/redeem-step.ts';
import { sharedClients, sharedRegisterStep } from '../setup/shared-client.ts';
import { ordinaryText } from '../text/text.ts';
import { formSteps, withUnknownParameter } from './form-families.ts';
import type { FormCase, FormSpelling } from './form-families.ts';
import { validFamily } from './valid-family.ts';

const operation = 'oauth_token_post';

const grants = fc
  .tuple(fc.constantFrom(...sharedClients), fc.nat(1), fc.option(fc.constant(fixtureScope)))
  .map(([client, index, scope]) => ({
    register: sharedRegisterStep(client),
    redirectUri: client.input.redirect_uris[index % client.input.redirect_uris.length] ?? '',
    ...(scope === null ? {} : { scope }),
  }));

const codes = grants.map(({ register, redirectUri, ...asked }): FormCase => ({
  before: [register, authorizeStep({ redirectUri, ...asked })],
  form: codeForm(redirectUri),
}));

const codesWithState = fc
  .tuple(grants, ordinaryText({ min: 1 }))
  .map(([{ register, redirectUri, ...asked }, state]): FormCase => ({
    before: [register, authorizeStep({ redirectUri, state, ...asked })],
    form: [...codeForm(redirectUri), ['state', state]],
  }));

const refreshes = grants.map(({ register, redirectUri, ...asked }): FormCase => ({
  before: [register, authorizeStep({ redirectUri, ...asked }), redeemStep({ redirectUri })],
  form: [
    ['grant_type', 'refresh_token'],
    ['client_id', slot('client.id')],
    ['client_secret', slot('client.secret')],
    ['refresh_token', slot('refresh_token')],
  ],
}));

function codeForm(redirectUri: string): FormCase['form'] {
  return [
    ['grant_type', 'authorization_code'],
    ['client_id', slot('client.id')],
    ['client_secret', slot('client.secret')],
    ['code', slot('code')],
    ['redirect_uri', redirectUri],
  ];
}

function family(
  name: string,
  cases: fc.Arbitrary<FormCase>,
  { aspect = 'grant', enough = Infinity }: { aspect?: Aspect; enough?: number } = {},
  spelling: FormSpelling = {},
): Family {
  return validFamily({ operation, name, aspect, enough, steps: formSteps(operation, cases, spelling) });
}

/** Valid grants: a fresh code, or a refresh token, of one of the shared clients. */
export function tokenFamilies(): readonly Family[] {
  const withCharset = { mediaType: `${formMediaType}; charset=UTF-8` };
  return [
    family('authorization-code', codes),
    family('refresh-token', refreshes),
    family('state', codesWithState, { aspect: 'input' }),
    family('unknown-parameter', withUnknownParameter(codes), { aspect: 'input', enough: 20 }),
    family('unknown-parameter-refresh', withUnknownParameter(refreshes), { aspect: 'input', enough: 20 }),
    family('charset', codes, { aspect: 'media-type', enough: 20 }, withCharset),
  ];
}
