import type { DrawPlan } from './draw-cases.ts';
import { sharesOf } from './quotas.ts';

/** What the number of cases depends on. */
type Counted = Pick<DrawPlan, 'families' | 'runs'> & { readonly replay: string | null };

/** How many cases a run sends. */
export function countCases(plan: Counted): number {
  if (plan.replay !== null) return 1;
  return [...sharesOf(plan).values()].reduce((sum, share) => sum + share, 0);
}

/** How many families have cases and get none. */
export function countLeftOut(plan: Counted): number {
  if (plan.replay !== null) return 0;
  return [...sharesOf(plan)].filter(([{ enough }, share]) => enough > 0 && share === 0).length;
}
