import type { Step } from '../case.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep, redeemStep, registerStep } from '../setup/setup-steps.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import type { SessionClient } from './session-client.ts';
import { asSetup } from './session-case.ts';
import { codeGrantStep } from './token-steps.ts';

/** Registers a client and obtains a code, which is not redeemed. */
export function codeFlow({ input, uri }: SessionClient): readonly Step[] {
  return [registerStep(input), authorizeStep({ redirectUri: uri })];
}

/** Registers a client and obtains an access token and a refresh token. */
export function tokenFlow(client: SessionClient): readonly Step[] {
  return [...codeFlow(client), redeemStep({ redirectUri: client.uri })];
}

/**
 * Like `tokenFlow`, and uses the access token once, to tell a token that became invalid from a target that takes no
 * Bearer tokens.
 */
export function usedTokenFlow(client: SessionClient): readonly Step[] {
  return [...tokenFlow(client), useTokenStep(slot('access_token'), 'use-token-before')];
}

/** Registers a second client, with its credentials in `other.*`. */
export function otherClient({ input }: SessionClient): Step {
  return registerStep(input, { name: 'register-other' });
}

/** Registers a second client and obtains tokens for it, in `other.*`. */
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

/** Obtains another code for the same client, as `later.code`. */
export function laterCodeStep({ uri }: SessionClient): Step {
  return authorizeStep({ name: 'authorize-later', redirectUri: uri, code: 'later.code' });
}

/**
 * Obtains two grants of one client, the second with its tokens in `later.*`. The token of the first is then used once.
 */
export function twoGrantsFlow(client: SessionClient): readonly Step[] {
  const redeem = codeGrantStep({ code: slot('later.code'), redirectUri: client.uri, into: 'later.' });
  return [
    ...tokenFlow(client),
    laterCodeStep(client),
    asSetup(redeem, 'redeem-later'),
    useTokenStep(slot('access_token'), 'use-token-before'),
  ];
}
