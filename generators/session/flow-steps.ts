import type { Step } from '../case.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep, redeemStep, registerStep } from '../setup/setup-steps.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import type { SessionClient } from './session-client.ts';
import { asSetup } from './session-case.ts';
import { codeGrantStep } from './token-steps.ts';

/** A registered client with a code that nobody has redeemed. */
export function codeFlow({ input, uri }: SessionClient): readonly Step[] {
  return [registerStep(input), authorizeStep({ redirectUri: uri })];
}

/** A registered client with an access token and a refresh token. */
export function tokenFlow(client: SessionClient): readonly Step[] {
  return [...codeFlow(client), redeemStep({ redirectUri: client.uri })];
}

/** The same, and the access token has been used once, so that its death can be told from a target without Bearer. */
export function usedTokenFlow(client: SessionClient): readonly Step[] {
  return [...tokenFlow(client), useTokenStep(slot('access_token'), 'use-token-before')];
}

/** A second client, with its credentials at `other.*`. */
export function otherClient({ input }: SessionClient): Step {
  return registerStep(input, { name: 'register-other' });
}

/** A second client with tokens of its own, at `other.*`. */
export function otherTokenFlow(client: SessionClient): readonly Step[] {
  const authorize = authorizeStep({
    name: 'authorize-other',
    clientId: slot('other.id'),
    redirectUri: client.uri,
    code: 'other.code',
  });
  const redeem = codeGrantStep({
    clientId: slot('other.id'),
    clientSecret: slot('other.secret'),
    code: slot('other.code'),
    redirectUri: client.uri,
    into: 'other.',
  });
  return [otherClient(client), authorize, asSetup(redeem, 'redeem-other')];
}

/** Another code for the same client, at `later.code`. */
export function laterCodeStep({ uri }: SessionClient): Step {
  return authorizeStep({ name: 'authorize-later', redirectUri: uri, code: 'later.code' });
}

/** Two grants of one client, the second with its tokens at `later.*`; the token of the first has been used once since. */
export function twoGrantsFlow(client: SessionClient): readonly Step[] {
  const redeem = codeGrantStep({ code: slot('later.code'), redirectUri: client.uri, into: 'later.' });
  return [
    ...tokenFlow(client),
    laterCodeStep(client),
    asSetup(redeem, 'redeem-later'),
    useTokenStep(slot('access_token'), 'use-token-before'),
  ];
}
