import type { Family } from '../../generators/family.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { chooseCases } from './choose-cases.ts';
import type { Candidate } from './choose-cases.ts';
import type { FamilyWorth } from './worth-tally.ts';

/** What a target has shown with a fault, or with none, of each family. */
export interface Lesson {
  readonly fault: string | null;
  readonly worths: readonly FamilyWorth[];
}

/** What is known of the rules and families that lessons name. */
export interface Catalogued {
  readonly families: ReadonlyMap<SuiteId, readonly Family[]>;
  /** Rules that are judged on all values of a run together. */
  readonly samples: ReadonlySet<string>;
  /** Rules of which a violation fails a run. */
  readonly musts: ReadonlySet<string>;
}

/** Cases in a smoke and in a default run. */
export interface Worth {
  readonly smoke: number;
  readonly usual: number;
}

export type WorthTable = ReadonlyMap<SuiteId, ReadonlyMap<string, Worth>>;

interface WorthFamily extends Candidate<RunAim>, Pick<Family, 'name' | 'isCrashProne'> {
  readonly gains: Map<RunAim, number>;
  cost: number;
  pauseMs: number;
  readonly suite: SuiteId;
}

/**
 * What is asked of all cases together. The gain of a case is -ln(1 - p), where p is how often such a case does it: gains
 * of 3 leave a chance of 5 % that none does, gains of 7 one of 0.1 %. Of a sample, the gain is the number of values.
 */
const needs = {
  /** Some MUST that a fault violates is seen to be violated. */
  fault: { smoke: 3, usual: 7 },
  /** Each rule that a fault violates is. */
  trip: { smoke: Infinity, usual: 7 },
  /** Each rule of an operation is judged. */
  judged: { smoke: 2.3, usual: 4.6 },
  /** There are enough values to judge. */
  sample: { smoke: 40, usual: 150 },
} as const satisfies Record<string, Worth>;

/** Something to do, with how much of it a smoke and a default run need. */
interface RunAim extends Worth {
  readonly name: string;
}

/** Cases of each family in a default run, whatever was learned: they may find what no lesson has shown. */
const leastUsual = { operation: 2, session: 1 };

/** A smoke run is over before some cases are. */
const longestPauseMs = 1000;

/** Learns which cases are worth most: those that find the faults of all lessons with the fewest requests. */
export function worthTable(lessons: readonly Lesson[], catalogued: Catalogued): WorthTable {
  const candidates = candidatesOf(lessons, catalogued);
  const chosen = new Map<WorthFamily, number>();
  const quick = candidates.filter(
    ({ pauseMs, isCrashProne }) => pauseMs <= longestPauseMs && isCrashProne !== true,
  );
  chooseCases(quick, ({ smoke: need }: RunAim) => need, chosen);
  const smoke = new Map(chosen);
  chooseCases(candidates, ({ usual }: RunAim) => usual, chosen);
  for (const family of candidates) {
    const least = Math.min(family.enough, leastUsual[family.suite === 'session' ? 'session' : 'operation']);
    chosen.set(family, Math.max(chosen.get(family) ?? 0, least));
  }
  return new Map(
    suiteIds.map((id) => [
      id,
      new Map(
        [...chosen]
          .filter(([{ suite, enough }]) => suite === id && enough > 0)
          .map(([family, usual]) => [family.name, { smoke: smoke.get(family) ?? 0, usual }]),
      ),
    ]),
  );
}

function candidatesOf(
  lessons: readonly Lesson[],
  { families, samples, musts }: Catalogued,
): readonly WorthFamily[] {
  const all = [...families].flatMap(([suite, some]) =>
    some.map((family): WorthFamily => ({ ...family, suite, cost: 1, pauseMs: 0, gains: new Map() })),
  );
  const byName = new Map(all.map((family) => [`${family.suite} ${family.name}`, family]));
  const aims = new Map<string, RunAim>();
  const raise = ({ gains }: WorthFamily, kind: keyof typeof needs, of: string, gain: number): void => {
    const name = `${kind} ${of}`;
    const aim = aims.get(name) ?? { name, ...needs[kind] };
    aims.set(name, aim);
    if (gain > 0) gains.set(aim, Math.max(gains.get(aim) ?? 0, gain));
  };
  for (const { fault, worths } of lessons) {
    for (const { suite, family: name, cases, requests, pauseMs, rules } of worths) {
      const family = byName.get(`${suite} ${name}`);
      if (family === undefined) continue;
      if (fault === null) Object.assign(family, { cost: Math.max(1, requests / cases), pauseMs });
      for (const [rule, { judged, violated }] of Object.entries(rules)) {
        if (fault === null && samples.has(rule)) raise(family, 'sample', rule, judged / cases);
        else if (fault === null) raise(family, 'judged', `${suite} ${rule}`, gainOf(judged, cases));
        else raise(family, 'trip', `${fault} ${rule}`, gainOf(violated, cases));
        if (fault !== null && musts.has(rule)) raise(family, 'fault', fault, gainOf(violated, cases));
      }
    }
  }
  return all;
}

/** -ln(1 - p), where p is never quite certain, and rather too low than too high. */
function gainOf(times: number, cases: number): number {
  const least = times >= cases ? cases ** 2 / (cases + 0.1) : Math.max(0, times - 0.5);
  return -Math.log(1 - least / cases);
}
