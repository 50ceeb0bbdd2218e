import type { SuiteId } from '../spec/suite-id.ts';
import { featureNames, features, type FeatureName } from './features.ts';
import { matchesGlob } from './matches-glob.ts';
import type { Profile } from './profile.ts';

/** The rules that a request without valid credentials is judged by where the contract asks for them. */
const credentialRules = ['auth.credentials.required'];

/** Why a profile makes a rule not applicable to an operation, or to sessions; null where it does not. */
export function ruledOut(profile: Profile, suite: SuiteId, rule: string): string | null {
  const by = `profile ${profile.name}`;
  const off = Object.entries(profile.rules).find(([glob]) => matchesGlob(glob, rule));
  if (off !== undefined) return `${by} switches ${off[0]} off: ${off[1].off}`;
  if (profile.public.some((id) => id === suite) && credentialRules.includes(rule))
    return `${by} declares ${suite} public`;
  const absent = featureNames.find((name) => profile.supports[name] === false && needs(name, suite, rule));
  return absent === undefined ? null : `${by} declares supports.${absent} false`;
}

/** The feature that a profile promises and without which a rule cannot be judged; null where there is none. */
export function promisedFeature(profile: Profile, suite: SuiteId, rule: string): FeatureName | null {
  return featureNames.find((name) => profile.supports[name] === true && needs(name, suite, rule)) ?? null;
}

function needs(name: FeatureName, suite: SuiteId, rule: string): boolean {
  const feature = features[name];
  return feature.suite === suite && feature.rules.some((glob) => matchesGlob(glob, rule));
}
