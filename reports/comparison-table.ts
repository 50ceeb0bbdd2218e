import type { Comparison, SuiteComparison } from '../fidelity/comparison.ts';
import { differenceClasses } from '../checks/difference-class.ts';
import { percent, scoreOf, totalScore } from '../fidelity/score.ts';
import type { Paint } from './palette.ts';

/** The names of classes on two lines, so that the table is narrow. */
const headings = differenceClasses.map((kind) => kind.split(' '));
const columns = headings.map((words) => Math.max(...words.map(({ length }) => length)));

/** The drift matrix: operations by classes, each cell how many differences count, with the fidelity of each. */
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
