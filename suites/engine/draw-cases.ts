import * as fc from 'fast-check';
import type { Case } from '../../generators/case.ts';
import type { Family } from '../../generators/family.ts';
import type { CasePath } from './case-path.ts';
import { sharesOf } from './quotas.ts';
import { deriveSeed } from './seed.ts';

/** A case and where it comes from. */
export interface DrawnCase {
  readonly family: Family;
  readonly path: CasePath;
  readonly testCase: Case;
}

/** What a draw of cases depends on, and nothing else: the same plan draws the same cases. */
export interface DrawPlan {
  readonly families: readonly Family[];
  /** Names the suite in the seeds: an operation id or `session`. */
  readonly suite: string;
  readonly seed: number;
  /** Cases of each polarity, at most. */
  readonly runs: number;
}

/** Cases made at once. Small enough for flat memory, large enough that the set-up of a draw does not show. */
const chunkSize = 32;

/**
 * Draws the cases of a plan in a fixed order: chunk by chunk, all families in turn, so that memory does not grow with
 * the number of runs.
 */
export function* drawCases(plan: DrawPlan): Generator<DrawnCase> {
  const shares = sharesOf(plan);
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
  const cases = fc.sample(family.cases, { seed, numRuns: count });
  for (const [index, testCase] of cases.entries()) {
    yield { family, path: { family: family.name, chunk, steps: [index] }, testCase };
  }
}

function chunkSeed(plan: Pick<DrawPlan, 'seed' | 'suite'>, family: Family, chunk: number): number {
  return deriveSeed(plan.seed, plan.suite, family.name, chunk);
}

/** A drawn case with fast-check's context, from which it can be made smaller. */
export interface ShrinkableCase {
  readonly path: CasePath;
  readonly testCase: Case;
  readonly value: fc.Value<Case>;
}

/** Draws the case of a path again, ready to be made smaller; null where the path leads nowhere. */
export function drawShrinkable(
  plan: Pick<DrawPlan, 'seed' | 'suite'>,
  family: Family,
  path: CasePath,
): ShrinkableCase | null {
  const [index, ...shrinks] = path.steps;
  if (index === undefined || index >= chunkSize) return null;
  const captured = new CapturingArbitrary(family.cases);
  fc.sample(captured, { seed: chunkSeed(plan, family, path.chunk), numRuns: index + 1 });
  let value = captured.values[index];
  for (const position of shrinks) {
    if (value === undefined) return null;
    value = family.cases.shrink(value.value_, value.context).getNthOrLast(position) ?? undefined;
  }
  return value === undefined ? null : { path, testCase: value.value, value };
}

/** Keeps the values that fast-check generates, with the context that shrinking needs. */
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
