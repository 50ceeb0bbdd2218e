import { parseCasePath } from './case-path.ts';
import { drawShrinkable, type DrawnCase, type DrawPlan } from './draw-cases.ts';

/** Draws the one case that a path names; none where it names none of the plan's. */
export function* drawReplay(plan: DrawPlan, text: string): Generator<DrawnCase> {
  const path = parseCasePath(text);
  const family = plan.families.find((candidate) => candidate.name === path?.family);
  const drawn = path === null || family === undefined ? null : drawShrinkable(plan, family, path);
  if (drawn !== null && family !== undefined) yield { family, path: drawn.path, testCase: drawn.testCase };
}
