import type { Comparison } from '../fidelity/comparison.ts';
import { totalScore } from '../fidelity/score.ts';
import type { ExitCode } from './roll-up.ts';

/**
 * The exit code of a comparison: 1 where the targets are not as much alike as was asked for (`gate`, per cent; null:
 * not at all different), then 3 for what could not be compared. An interrupted one is 130, whatever it found until then.
 */
export function comparisonExitCode(comparison: Comparison, gate: number | null): ExitCode {
  const { suites, isInterrupted } = comparison;
  if (isInterrupted) return 130;
  const score = totalScore(comparison);
  if (score !== null && !isEnough(comparison, score, gate)) return 1;
  return score === null || suites.some(({ broken }) => broken !== null) ? 3 : 0;
}

function isEnough({ suites }: Comparison, score: number, gate: number | null): boolean {
  if (gate !== null) return score * 100 >= gate;
  return suites.every(({ differences }) => differences.every(({ isCounted }) => !isCounted));
}
