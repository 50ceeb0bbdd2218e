import type { Need } from '../checks/rule-fields.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { featureNames, features } from './features.ts';
import type { FeatureName } from './features.ts';
import { matchesGlob } from './read-target-file.ts';
import type { Profile } from './profile.ts';

/** The rules that judge a request without valid credentials where the contract requires them. */
const credentialRules = ['auth.credentials.required'];

/** The parts of a rule that a profile considers. */
export interface RuleNeeds {
  readonly id: string;
  readonly needs: readonly Need[];
}

/** Why a profile makes a rule not applicable to an operation or to sessions; null if it does not. */
export function ruledOut(profile: Profile, suite: SuiteId, { id, needs }: RuleNeeds): string | null {
  const by = `profile ${profile.name}`;
  const off = Object.entries(profile.rules).find(([glob]) => matchesGlob(glob, id));
  if (off !== undefined) return `${by} switches ${off[0]} off: ${off[1].off}`;
  if (profile.public.some((operation) => operation === suite) && credentialRules.includes(id))
    return `${by} declares ${suite} public`;
  const absent = featureNames.find(
    (name) => profile.supports[name] === false && isNeeded(name, suite, needs),
  );
  return absent === undefined ? null : `${by} declares supports.${absent} false`;
}

/** The feature that a profile declares and that a rule needs to be judged; null if there is none. */
export function promisedFeature(
  profile: Profile,
  suite: SuiteId,
  needs: readonly Need[],
): FeatureName | null {
  return featureNames.find((name) => profile.supports[name] === true && isNeeded(name, suite, needs)) ?? null;
}

function isNeeded(name: FeatureName, suite: SuiteId, needs: readonly Need[]): boolean {
  return features[name].suite === suite && needs.includes(name);
}
