import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../checks/catalogue.ts';
import { featureNames, features } from '../../targets/features.ts';
import type { FeatureName } from '../../targets/features.ts';
import { loadProfile } from '../../targets/profile.ts';
import { runTrial } from '../../tools/detection/run-trial.ts';
import { testContract } from '../checks/test-contract.ts';

/** Lawful targets that lack the feature. */
const lacking: Readonly<Record<FeatureName, string>> = {
  bearer: 'no-bearer',
  refreshRotation: 'refresh-not-rotated',
  identityProvider: 'no-identity-provider',
  adfs: 'no-identity-provider',
};

describe('a feature that a profile declares and the target lacks', () => {
  it.each(featureNames)('%s is broken, since no rule that needs it can be judged', async (feature) => {
    const profile = await loadProfile(
      'targets/profiles/reference.json',
      catalogue.map(({ id }) => id),
    );
    const { broken, judged } = await runTrial(
      { kind: 'variant', id: lacking[feature], suites: [features[feature].suite] },
      { contract: await testContract(), seed: 1, effort: 'smoke', profile },
    );
    const needing = catalogue.filter(({ needs }) => needs.includes(feature)).map(({ id }) => id);
    expect(needing.filter((rule) => judged.includes(rule))).toEqual([]);
    expect(broken).toContainEqual(expect.stringContaining(`declares supports.${feature} true`));
  });
});
