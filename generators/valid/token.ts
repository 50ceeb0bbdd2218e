import fc from 'fast-check';
import type { Aspect } from '../case.ts';
import type { Family } from '../family.ts';
import { formMediaType } from '../request/build-request.ts';
import { authorizeStep, redeemStep, registerStep } from '../setup/setup-steps.ts';
import { sharedClients } from '../setup/shared-client.ts';
import { codeForm, refreshForm } from '../setup/token-form.ts';
import { carefulState } from '../text/text.ts';
import { withCharsetLabel } from './charset-labels.ts';
import { formSteps, withUnknownParameter } from './form-families.ts';
import type { FormCase } from './form-families.ts';
import { validFamily } from './valid-family.ts';

const operation = 'oauth_token_post';

/** A client that the case registers for itself, and a grant: a target may end the code of a client with its next one. */
const grants = fc.tuple(fc.constantFrom(...sharedClients), fc.nat(1)).map(([client, index]) => ({
  client,
  asked: { redirectUri: client.input.redirect_uris[index % client.input.redirect_uris.length] ?? '' },
}));

const codes = grants.map(({ client, asked }): FormCase => ({
  before: [registerStep(client.input), authorizeStep(asked)],
  form: codeForm(asked),
}));

const codesWithState = fc.tuple(grants, carefulState).map(([{ client, asked }, state]): FormCase => ({
  before: [registerStep(client.input), authorizeStep({ ...asked, state })],
  form: [...codeForm(asked), ['state', state]],
}));

/** The state is optional in the token request, even if the authorization had one. */
const codesWithoutState = grants.map(({ client, asked }): FormCase => ({
  before: [registerStep(client.input), authorizeStep(asked)],
  form: codeForm(asked),
}));

const refreshes = grants.map(({ client, asked }): FormCase => ({
  before: [registerStep(client.input), authorizeStep(asked), redeemStep(asked)],
  form: refreshForm(),
}));

function family(
  name: string,
  cases: fc.Arbitrary<FormCase>,
  { aspect = 'grant', enough = Infinity }: { aspect?: Aspect; enough?: number } = {},
  mediaTypes?: fc.Arbitrary<string>,
): Family {
  return validFamily({ operation, name, aspect, enough, steps: formSteps(operation, cases, mediaTypes) });
}

/** Valid grants: a fresh code of a shared client, or a refresh token. */
export function tokenFamilies(): readonly Family[] {
  return [
    family('authorization-code', codes),
    family('refresh-token', refreshes),
    family('state', codesWithState, { aspect: 'input' }),
    family('state-left-out', codesWithoutState, { enough: 6 }),
    family('unknown-parameter', withUnknownParameter(codes), { aspect: 'input', enough: 20 }),
    family('unknown-parameter-refresh', withUnknownParameter(refreshes), { aspect: 'input', enough: 20 }),
    family('charset', codes, { aspect: 'media-type', enough: 20 }, withCharsetLabel(formMediaType)),
  ];
}
