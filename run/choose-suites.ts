import { catalogue, rulesOf } from '../checks/catalogue.ts';
import type { Rule } from '../checks/rule.ts';
import { didYouMean } from '../spec/names/did-you-mean.ts';
import { suiteIds } from '../spec/operation-ids.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import type { Shard } from '../suites/shard.ts';
import { suitesOfShard } from '../suites/shard.ts';
import type { Judged } from '../targets/deviation.ts';
import { matchesGlob } from '../targets/read-target-file.ts';
import { parseSuites } from './options/option-schemas.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { UserError } from './user-error.ts';

/** The case to send again. */
export interface Replay {
  readonly seed: number;
  readonly path: string;
}

/** Reads which case to send again; null if none is named. Throws a UserError if it cannot be read. */
export function parseReplay({ replay, operation }: GivenOptions): Replay | null {
  if (replay === undefined) return null;
  const [, seed, casePath] = /^(-?\d+):(.+@\d+@\d+(?::\d+)*)$/.exec(replay) ?? [];
  if (seed === undefined || casePath === undefined) {
    throw new UserError(`--replay: expected SEED:FAMILY@CHUNK@STEPS as a finding names it, got "${replay}"`);
  }
  if (operation?.length !== 1)
    throw new UserError('--replay: name the operation of the case with --operation');
  return { seed: Number(seed), path: casePath };
}

/** Tells whether a rule id matches one of the globs, in which `*` stands for any text. An empty list matches all. */
export function isChosen(globs: readonly string[], id: string): boolean {
  return globs.length === 0 || globs.some((glob) => matchesGlob(glob, id));
}

/** The name of the test of a rule, within the tests of its suite. */
export function testName({ id, claim }: Pick<Rule, 'id' | 'claim'>): string {
  return `${id}: ${claim}`;
}

/** Which rules a run judges. */
export interface ChosenNames {
  /** Globs of rule ids; empty for all rules. */
  readonly globs: readonly string[];
  /** A regular expression that the name of a test matches, preceded by that of its suite; null for all tests. */
  readonly testNames: string | null;
}

/** The rules of a suite that a run judges. Letter case does not matter in the names of tests, as in Jest. */
export function chosenRules(suite: SuiteId, { globs, testNames }: ChosenNames): readonly Rule[] {
  const pattern = testNames === null ? null : new RegExp(testNames, 'i');
  return rulesOf(suite).filter(
    (rule) => isChosen(globs, rule.id) && (pattern === null || pattern.test(`${suite} ${testName(rule)}`)),
  );
}

/** Every MUST rule with every suite that judges it: everything that can fail a run. */
export function failingRules(): readonly Judged[] {
  return suiteIds.flatMap((operation) =>
    rulesOf(operation)
      .filter(({ level }) => level === 'MUST')
      .map(({ id }) => ({ operation, rule: id })),
  );
}

/** The part of a run that this process performs. */
export interface ChosenSuites {
  /** The suites that this process drives. Without shards, these are all requested suites. */
  readonly suites: readonly SuiteId[];
  /** Which part of the run this is; null for the whole run. */
  readonly shard: (Shard & { readonly suites: readonly SuiteId[] }) | null;
}

/** Reads which suites a run should drive. Throws a UserError if there are none. */
export function chooseSuites(options: GivenOptions, testNames: string | null): ChosenSuites {
  const all = askedFor(options, testNames);
  const { shard } = options;
  if (shard === undefined) return { suites: all, shard: null };
  const problem = whyNoShard(options);
  if (problem !== null) throw new UserError(`--shard: ${problem}`);
  return { suites: suitesOfShard(all, shard), shard: { ...shard, suites: all } };
}

function askedFor({ operation, rule }: GivenOptions, testNames: string | null): readonly SuiteId[] {
  const chosen = parseSuites(operation ?? suiteIds);
  if (typeof chosen === 'string') {
    const meant = didYouMean(chosen, suiteIds);
    throw new UserError(`--operation: there is no ${chosen}${meant}; choose from ${suiteIds.join(', ')}`);
  }
  const globs = rule ?? [];
  refuseUnknownRules(globs);
  const judged = chosen.filter((suite) => chosenRules(suite, { globs, testNames }).length > 0);
  if (judged.length === 0)
    throw new UserError(`--rule: no rule of ${chosen.join(', ')} matches ${globs.join(', ')}`);
  return [...new Set(judged)];
}

/** Throws a UserError for what matches no rule at all. A rule that the chosen operations do not have is no mistake. */
function refuseUnknownRules(globs: readonly string[]): void {
  const ids = catalogue.map(({ id }) => id);
  const unknown = globs.filter((glob) => !ids.some((id) => matchesGlob(glob, id)));
  if (unknown.length === 0) return;
  const named = unknown.map(
    (glob) => `${glob}${didYouMean(glob, glob.includes('*') ? subjectsOf(ids) : ids)}`,
  );
  throw new UserError(`--rule: there is no ${named.join(', ')}; the command "rules" lists them`);
}

/** The globs over whole areas and subjects, such as `error.*` and `error.body.*`. */
function subjectsOf(ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => [...id.matchAll(/\./g)].map(({ index }) => `${id.slice(0, index)}.*`));
}

/** Why these options do not work with a shard; null if they do. */
function whyNoShard({ seed, replay, updateDeviations, history }: GivenOptions): string | null {
  if (replay !== undefined) return 'a replay sends one case; leave out --shard or --replay';
  if (seed === undefined) return 'give --seed, the same one to every shard';
  if (updateDeviations !== undefined) return 'leave out --update-deviations: it needs a whole run';
  if (history !== undefined) return 'leave out --history: "merge" takes it';
  return null;
}
