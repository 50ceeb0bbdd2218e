import { existsSync } from 'node:fs';
import { catalogue } from '../checks/catalogue.ts';
import { needsOf } from '../checks/classification.ts';
import { isAbout, loadDeviations, loadUnfinishedDeviations } from '../targets/deviation.ts';
import type { Deviation, DeviationList } from '../targets/deviation.ts';
import { contractProfile, loadProfile } from '../targets/profile.ts';
import type { Profile } from '../targets/profile.ts';
import { ruledOut } from '../targets/ruled-out.ts';
import { TargetFileError } from '../targets/read-target-file.ts';
import { failingRules } from './choose-suites.ts';
import { flagOf } from './options/option-names.ts';
import { givenOf } from './options/run-settings.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { UserError } from './user-error.ts';

/** What the user declares about the target. */
export interface TargetFacts {
  readonly profile: Profile;
  readonly deviations: DeviationList | null;
  /** The deviation list that the run should update. */
  readonly updated: DeviationList | null;
}

/** Reads the files that describe the target. Throws a UserError with every problem in any of them. */
export async function loadTargetFacts(options: GivenOptions): Promise<TargetFacts> {
  const { profile: profileFile, deviations: file, updateDeviations } = options;
  const partial = givenOf(options, ({ isPartial }) => isPartial === true);
  if (updateDeviations !== undefined && partial.length > 0)
    throw new UserError(
      `--update-deviations: needs a whole run; leave out ${partial.map(flagOf).join(' and ')}`,
    );
  const problems: string[] = [];
  const load = async <Value>(loading: Promise<Value>): Promise<Value | null> => {
    try {
      return await loading;
    } catch (error) {
      if (!(error instanceof TargetFileError)) throw error;
      problems.push(error.message);
      return null;
    }
  };
  const ids = catalogue.map(({ id }) => id);
  const given = profileFile === undefined ? contractProfile : await load(loadProfile(profileFile, ids));
  const profile = given ?? contractProfile;
  const deviations = file === undefined ? null : await load(loadDeviations(file, failingRules()));
  if (deviations !== null) problems.push(...contradictions(deviations, profile));
  const isUpdate =
    updateDeviations !== undefined && existsSync(updateDeviations) && updateDeviations !== file;
  const old = isUpdate ? await load(loadUnfinishedDeviations(updateDeviations)) : deviations;
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return {
    profile,
    deviations,
    updated: updateDeviations === undefined ? null : { file: updateDeviations, entries: old?.entries ?? [] },
  };
}

/** Deviations from rules that the profile rules out: they cannot be judged, so one of the two files is wrong. */
function contradictions({ file, entries }: DeviationList, profile: Profile): readonly string[] {
  return entries.flatMap((deviation, index) => {
    const reason = whyNever(deviation, profile);
    return reason === null ? [] : [`${file}: [${index}]: is never judged, since ${reason}; remove the entry`];
  });
}

function whyNever(deviation: Deviation, profile: Profile): string | null {
  const reasons = failingRules()
    .filter((judged) => isAbout(deviation, judged))
    .map(({ operation, rule }) => ruledOut(profile, operation, { id: rule, needs: needsOf(rule) }));
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}
