import * as fc from 'fast-check';
import type { Case } from '../../generators/case.ts';
import type { Family } from '../../generators/family.ts';
import { numbered } from '../../generators/text/in-turn.ts';
import type { CasePath } from './case-path.ts';
import { parseCasePath } from './case-path.ts';
import { familyPlaceOf, familyPlaces, firstPassOf, sharesOf } from './shares.ts';
import type { SharePlan } from './shares.ts';

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

/** A case with its origin. */
export interface DrawnCase {
  readonly family: Family;
  readonly path: CasePath;
  readonly testCase: Case;
}

/** Everything that a draw of cases depends on: the same plan draws the same cases. */
export interface DrawPlan extends SharePlan {
  readonly seed: number;
}

/** Cases drawn at once. Small enough for constant memory, large enough that the setup cost of a draw is negligible. */
const chunkSize = 32;

/**
 * Draws the cases of a plan in a fixed order: first the few that pause, which the others need not wait for, then those
 * that find most, then the others, then those that run alone, and last those that may end the target. Families take turns,
 * chunk by chunk, so that memory does not grow with the number of runs.
 */
export function* drawCases(plan: DrawPlan): Generator<DrawnCase> {
  const first = firstPassOf(plan);
  const shares = [...sharesOf(plan)];
  for (const place of familyPlaces) {
    if (place === 'usual') yield* drawRounds(plan, first);
    const here = shares.filter(([family]) => familyPlaceOf(family) === place);
    yield* drawRounds(plan, new Map(here), first);
  }
}

/** Draws so many cases of each family, but for those that were drawn before. */
function* drawRounds(
  plan: DrawPlan,
  shares: ReadonlyMap<Family, number>,
  drawn: ReadonlyMap<Family, number> = new Map(),
): Generator<DrawnCase> {
  const largest = Math.max(0, ...shares.values());
  for (let chunk = 0; chunk * chunkSize < largest; chunk += 1) {
    for (const [family, share] of shares) {
      const begin = Math.max(0, (drawn.get(family) ?? 0) - chunk * chunkSize);
      const end = Math.min(chunkSize, share - chunk * chunkSize);
      if (begin < end) yield* drawChunk(plan, family, chunk, { begin, end });
    }
  }
}

function* drawChunk(
  plan: DrawPlan,
  family: Family,
  chunk: number,
  { begin, end }: { readonly begin: number; readonly end: number },
): Generator<DrawnCase> {
  const seed = chunkSeed(plan, family, chunk);
  const cases = fc.sample(inTurnOf(plan, family, chunk), { seed, numRuns: end });
  for (const [index, testCase] of cases.entries()) {
    if (index >= begin) yield { family, path: { family: family.name, chunk, steps: [index] }, testCase };
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
