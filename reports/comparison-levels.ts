import { isBeyond, mockLevels, type MockLevel } from '../checks/mock-level.ts';
import type { Comparison } from '../fidelity/comparison.ts';

/** How far the second target of a comparison goes along with the first. */
export interface LevelLine {
  readonly level: MockLevel;
  /** Differences that count; null for a level that was not asked for. */
  readonly differences: number | null;
}

/** The levels of a mock, with the differences that stand against each. */
export function levelLines({ suites, level: demanded }: Comparison): readonly LevelLine[] {
  const counted = suites.flatMap(({ differences }) => differences.filter(({ isCounted }) => isCounted));
  return mockLevels.map((level) => ({
    level,
    differences: isBeyond(level, demanded)
      ? null
      : counted.filter((difference) => difference.level === level).length,
  }));
}

/** The first level at which the targets part; null where they do not. */
export function firstFailing(lines: readonly LevelLine[]): MockLevel | null {
  return lines.find(({ differences }) => (differences ?? 0) > 0)?.level ?? null;
}
