import * as fc from 'fast-check';
import type { Case } from '../../generators/case.ts';
import type { Family } from '../../generators/family.ts';
import { numbered } from '../../generators/text/in-turn.ts';
import type { CasePath } from './case-path.ts';
import { parseCasePath } from './case-path.ts';

/**
 * A 32-bit seed derived from the run's seed and the names of what it is for, so that each family's cases are the same
 * whatever else is run (FNV-1a over the UTF-16 code units, then a final mix).
 */
export function deriveSeed(seed: number, ...names: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const name of names) {
    for (const unit of `${name}\u0000`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/**
 * How many cases each family contributes if `runs` are requested: in turn and by weight, until the runs are used up or
 * every family has given enough. So every intention is tested before any is tested twice.
 */
export function quotas(families: readonly Family[], runs: number): ReadonlyMap<Family, number> {
  const shares = new Map(families.map((family) => [family, 0]));
  const room = (family: Family): number => family.enough - (shares.get(family) ?? 0);
  let open = families.filter((family) => room(family) > 0);
  let left = runs;
  while (left > 0 && open.length > 0) {
    // Several rounds at once: 100,000 runs over one family do not need 100,000 iterations.
    const weights = open.reduce((sum, { weight = 1 }) => sum + weight, 0);
    const fullest = Math.min(...open.map((family) => Math.floor(room(family) / (family.weight ?? 1))));
    const rounds = Math.max(1, Math.min(Math.floor(left / weights), fullest));
    for (const family of open) {
      const share = Math.min(rounds * (family.weight ?? 1), room(family), left);
      shares.set(family, (shares.get(family) ?? 0) + share);
      left -= share;
    }
    open = open.filter((family) => room(family) > 0);
  }
  return shares;
}

/**
 * The cases of each family in a run: each polarity gets `runs` cases. A family that is not needed keeps its share, so
 * that the others have the same cases as in a whole run, but is left out.
 */
export function sharesOf({
  families,
  runs,
  isNeeded = () => true,
}: Pick<DrawPlan, 'families' | 'runs' | 'isNeeded'>): ReadonlyMap<Family, number> {
  const ofPolarity = (polarity: Family['polarity']): ReadonlyMap<Family, number> =>
    quotas(
      families.filter((family) => family.polarity === polarity),
      runs,
    );
  const shares = [...ofPolarity('valid'), ...ofPolarity('broken')];
  return new Map(shares.filter(([family]) => isNeeded(family)));
}

type Counted = Pick<DrawPlan, 'families' | 'runs' | 'isNeeded'> & { readonly replay: string | null };

/** How many cases a run sends. */
export function countCases(plan: Counted): number {
  if (plan.replay !== null) return 1;
  return [...sharesOf(plan).values()].reduce((sum, share) => sum + share, 0);
}

/** How many families have cases but get none. */
export function countLeftOut(plan: Counted): number {
  if (plan.replay !== null) return 0;
  return [...sharesOf(plan)].filter(([{ enough }, share]) => enough > 0 && share === 0).length;
}

/** A case with its origin. */
export interface DrawnCase {
  readonly family: Family;
  readonly path: CasePath;
  readonly testCase: Case;
}

/** Everything that a draw of cases depends on: the same plan draws the same cases. */
export interface DrawPlan {
  readonly families: readonly Family[];
  /** Identifies the suite in the seeds: an operation id or `session`. */
  readonly suite: string;
  readonly seed: number;
  /** The most cases of each polarity. */
  readonly runs: number;
  /** Which families have cases that a rule of the run is about; all by default. */
  readonly isNeeded?: (family: Family) => boolean;
}

/** Cases drawn at once. Small enough for constant memory, large enough that the setup cost of a draw is negligible. */
const chunkSize = 32;

/**
 * Draws the cases of a plan in a fixed order: chunk by chunk, all families in turn, so that memory does not grow with
 * the number of runs. Those that may end the target come after all others.
 */
export function* drawCases(plan: DrawPlan): Generator<DrawnCase> {
  const shares = [...sharesOf(plan)];
  const isLast = ([{ isCrashProne }]: (typeof shares)[number]): boolean => isCrashProne === true;
  yield* drawInTurn(plan, new Map(shares.filter((share) => !isLast(share))));
  yield* drawInTurn(plan, new Map(shares.filter(isLast)));
}

function* drawInTurn(plan: DrawPlan, shares: ReadonlyMap<Family, number>): Generator<DrawnCase> {
  const largest = Math.max(0, ...shares.values());
  for (let chunk = 0; chunk * chunkSize < largest; chunk += 1) {
    for (const [family, share] of shares) {
      const count = Math.min(chunkSize, share - chunk * chunkSize);
      if (count > 0) yield* drawChunk(plan, family, chunk, count);
    }
  }
}

function* drawChunk(plan: DrawPlan, family: Family, chunk: number, count: number): Generator<DrawnCase> {
  const seed = chunkSeed(plan, family, chunk);
  const cases = fc.sample(inTurnOf(plan, family, chunk), { seed, numRuns: count });
  for (const [index, testCase] of cases.entries()) {
    yield { family, path: { family: family.name, chunk, steps: [index] }, testCase };
  }
}

function chunkSeed(plan: Pick<DrawPlan, 'seed' | 'suite'>, family: Family, chunk: number): number {
  return deriveSeed(plan.seed, plan.suite, family.name, chunk);
}

/** The cases of a chunk, with the place of each in its family. Another seed begins with another of a closed list. */
function inTurnOf(
  plan: Pick<DrawPlan, 'seed' | 'suite'>,
  { name, cases }: Family,
  chunk: number,
): fc.Arbitrary<Case> {
  const begin = deriveSeed(plan.seed, plan.suite, name) & 0xff;
  return numbered(cases, { number: chunk * chunkSize, begin });
}

/** A drawn case with fast-check's context, which is needed to shrink it. */
export interface ShrinkableCase {
  readonly path: CasePath;
  readonly testCase: Case;
  readonly value: fc.Value<Case>;
}

/** Draws the case of a path again, ready to be shrunk; null if the path leads to no case. */
export function drawShrinkable(
  plan: Pick<DrawPlan, 'seed' | 'suite'>,
  family: Family,
  path: CasePath,
): ShrinkableCase | null {
  const [index, ...shrinks] = path.steps;
  if (index === undefined || index >= chunkSize) return null;
  const captured = new CapturingArbitrary(inTurnOf(plan, family, path.chunk));
  fc.sample(captured, { seed: chunkSeed(plan, family, path.chunk), numRuns: index + 1 });
  let value = captured.values[index];
  for (const position of shrinks) {
    if (value === undefined) return null;
    value = family.cases.shrink(value.value_, value.context).getNthOrLast(position) ?? undefined;
  }
  return value === undefined ? null : { path, testCase: value.value, value };
}

/** Captures the values that fast-check generates, with the context that shrinking needs. */
class CapturingArbitrary extends fc.Arbitrary<Case> {
  readonly values: fc.Value<Case>[] = [];
  readonly #inner: fc.Arbitrary<Case>;

  constructor(inner: fc.Arbitrary<Case>) {
    super();
    this.#inner = inner;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Case> {
    const value = this.#inner.generate(random, bias);
    this.values.push(value);
    return value;
  }

  override canShrinkWithoutContext(value: unknown): value is Case {
    return this.#inner.canShrinkWithoutContext(value);
  }

  override shrink(value: Case, context: unknown): fc.Stream<fc.Value<Case>> {
    return this.#inner.shrink(value, context);
  }
}

/** Draws the case that a path names; none if the plan does not have it. */
export function* drawReplay(plan: DrawPlan, text: string): Generator<DrawnCase> {
  const path = parseCasePath(text);
  const family = plan.families.find((candidate) => candidate.name === path?.family);
  const drawn = path === null || family === undefined ? null : drawShrinkable(plan, family, path);
  if (drawn !== null && family !== undefined) yield { family, path: drawn.path, testCase: drawn.testCase };
}
