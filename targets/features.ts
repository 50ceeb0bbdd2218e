import type { Need } from '../checks/rule-fields.ts';
import type { SuiteId } from '../spec/operation-ids.ts';

/** A feature of a target that some rules need and no contract requires. */
export interface Feature {
  /** The suite in which rules that need it are judged. */
  readonly suite: SuiteId;
  /** Completes "the target". */
  readonly claim: string;
}

/** The features that a profile can declare, by their keys in it. */
export const features = {
  bearer: {
    suite: 'session',
    claim: 'takes access tokens at its gateway',
  },
  refreshRotation: {
    suite: 'session',
    claim: 'replaces a refresh token by its use',
  },
  identityProvider: {
    suite: 'oauth_idp_login_get',
    claim: 'has an identity provider',
  },
  adfs: {
    suite: 'oauth_adfs_login_get',
    claim: 'has an ADFS',
  },
} as const satisfies Readonly<Record<Need, Feature>>;

export type FeatureName = keyof typeof features;

export const featureNames = [
  'bearer',
  'refreshRotation',
  'identityProvider',
  'adfs',
] as const satisfies readonly FeatureName[];
