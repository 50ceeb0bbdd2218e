import type { SuiteId } from '../spec/suite-id.ts';

/** What some rules need of a target and no contract asks for. */
export interface Feature {
  /** The suite in which those rules are judged. */
  readonly suite: SuiteId;
  /** Globs. Rules that judge without the feature as well are not among them. */
  readonly rules: readonly string[];
  /** Completes "the target". */
  readonly claim: string;
}

/** The features that a profile can declare, by the key that it uses. */
export const features = {
  bearer: {
    suite: 'session',
    claim: 'takes access tokens at its gateway',
    rules: [
      'bearer.*',
      'client.others.usable',
      'code.replay.kills-access',
      'generate.revocation.works',
      'refresh.access-token.accepted',
      'revoke.access-token.dead',
      'revoke.others.usable',
      'revoke.refresh-hint.search-extended',
      'revoke.refresh-token.kills-access',
      'revoke.refused.no-effect',
      'revoke.same-client.usable',
      'revoke.stranger.no-effect',
      'token.earlier.usable',
      'token.others.usable',
    ],
  },
  refreshRotation: {
    suite: 'session',
    claim: 'replaces a refresh token by its use',
    rules: ['refresh.rotated.*', 'refresh.race.single'],
  },
  identityProvider: {
    suite: 'oauth_idp_login_get',
    claim: 'has an identity provider',
    rules: ['response.location.*'],
  },
  adfs: {
    suite: 'oauth_adfs_login_get',
    claim: 'has an ADFS',
    rules: ['response.location.*'],
  },
} as const satisfies Readonly<Record<string, Feature>>;

/** The key of a feature in a profile. */
export type FeatureName = keyof typeof features;

export const featureNames = [
  'bearer',
  'refreshRotation',
  'identityProvider',
  'adfs',
] as const satisfies readonly FeatureName[];
