import { differenceClasses, isBeyond, mockLevels } from '../checks/rule-fields.ts';
import type { MockLevel } from '../checks/rule-fields.ts';
import type { Comparison, DifferenceRecord, SuiteComparison } from '../fidelity/comparison.ts';
import { percent, scoreOf, totalScore } from '../fidelity/score.ts';
import type { Paint } from './printable.ts';

/** How far the second target of a comparison agrees with the first at one level. */
export interface LevelLine {
  readonly level: MockLevel;
  /** The number of differences that count; null for a level that was not requested. */
  readonly differences: number | null;
}

/** The levels of a mock, with the number of differences at each. */
export function levelLines({ suites, level: demanded }: Comparison): readonly LevelLine[] {
  const counted = suites.flatMap(({ differences }) => differences.filter(({ isCounted }) => isCounted));
  return mockLevels.map((level) => ({
    level,
    differences: isBeyond(level, demanded)
      ? null
      : counted.filter((difference) => difference.level === level).length,
  }));
}

/** The first level at which the targets differ; null if there is none. */
export function firstFailing(lines: readonly LevelLine[]): MockLevel | null {
  return lines.find(({ differences }) => (differences ?? 0) > 0)?.level ?? null;
}

/** The class names on two lines, to keep the table narrow. */
const headings = differenceClasses.map((kind) => kind.split(' '));
const columns = headings.map((words) => Math.max(...words.map(({ length }) => length)));

/**
 * The drift matrix: operations with their fidelity by difference classes. Each cell is the number of differences that
 * count.
 */
export function comparisonTable(suites: Comparison['suites'], paint: Paint): readonly string[] {
  const names = suites.map(({ operation }) => operation.replace(/^oauth_/, ''));
  const first = Math.max('operation'.length, ...names.map(({ length }) => length));
  const row = (name: string, score: string, cells: readonly string[]): string =>
    [
      name.padEnd(first),
      score.padStart('fidelity'.length),
      ...columns.map((column, index) => (cells[index] ?? '').padStart(column)),
    ].join('  ');
  return [
    paint(
      'strong',
      row(
        '',
        '',
        headings.map(([word = '']) => word),
      ),
    ),
    paint(
      'strong',
      row(
        'operation',
        'fidelity',
        headings.map(([, word = '']) => word),
      ),
    ),
    ...suites.map((suite, index) => {
      const text = row(names[index] ?? '', scoreText(scoreOf(suite)), countsOf([suite]));
      return paint(scoreOf(suite) === 1 ? 'good' : 'bad', text);
    }),
    row('all', scoreText(totalScore({ suites })), countsOf(suites)),
  ];
}

function scoreText(score: number | null): string {
  return score === null ? 'none' : `${percent(score).toFixed(1)} %`;
}

function countsOf(suites: readonly SuiteComparison[]): readonly string[] {
  const counted = suites.flatMap(({ differences }) => differences.filter(({ isCounted }) => isCounted));
  return differenceClasses.map((kind) => {
    const count = counted.filter((difference) => difference.class === kind).length;
    return count === 0 ? '.' : String(count);
  });
}

/** Which target departs from the contract, as text. */
export function oddText({ odd }: Pick<DifferenceRecord, 'odd'>): string {
  switch (odd) {
    case 'A':
      return 'A departs from the contract, B keeps it';
    case 'B':
      return 'B departs from the contract, A keeps it';
    case 'both':
      return 'both depart from the contract, each in its own way';
    case 'open':
      return 'the contract leaves it open';
  }
}

/** Where two targets differ, as text. */
export function placeText({ facet, at, step }: Pick<DifferenceRecord, 'facet' | 'at' | 'step'>): string {
  const fact = factText({ facet, at });
  return facet === 'rule' ? fact : `${fact} of ${step}`;
}

/** What differs, whatever the step. */
export function factText({ facet, at }: Pick<DifferenceRecord, 'facet' | 'at'>): string {
  switch (facet) {
    case 'outcome':
      return 'status';
    case 'rule':
      return `rule ${at}`;
    case 'header':
    case 'incidental header':
      return `header ${at}`;
    case 'media type':
      return 'media type';
    case 'redirect':
      return `redirect ${at}`;
    case 'form':
      return at === '' ? 'body' : at;
    case 'reason':
    case 'constant':
      return `value ${at}`;
    case 'relation':
      return `origin of ${at}`;
  }
}

/** How often a difference was seen, and whether it reproduced. */
export function seenText({ families, count, isSeenAgain, path }: DifferenceRecord): string {
  const [first, ...others] = families;
  if (first === undefined) return 'seen over all cases together';
  const more =
    others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'kind' : 'kinds'}`;
  const again = isSeenAgain && path !== '' ? 'seen again when sent again' : 'not looked at again';
  return `${count} ${count === 1 ? 'case' : 'cases'} of ${first}${more}; ${again}`;
}
