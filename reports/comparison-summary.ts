import type { Comparison, DifferenceRecord } from '../fidelity/comparison.ts';
import { percent, totalScore } from '../fidelity/score.ts';
import { comparisonExitCode } from './roll-up.ts';
import { findDifferenceCauses } from './causes/difference-causes.ts';
import { differenceCauseLines } from './comparison-cause-lines.ts';
import { comparisonTable, firstFailing, levelLines } from './comparison-text.ts';
import { counted } from './counted.ts';
import type { Paint } from './printable.ts';
import { clip, printable } from './printable.ts';
import type { ExitCode } from './roll-up.ts';

/** How a summary looks, and what else it mentions. */
export interface ComparisonSummaryOptions {
  readonly paint: Paint;
  /** The path of the HTML page, or null if there is none. */
  readonly reportFile: string | null;
  /** The minimum score, in per cent, at which the targets are similar enough; null if no difference is allowed. */
  readonly gate: number | null;
}

/** CI logs and split screens show this many columns without wrapping. */
const width = 100;

/** A comparison at a glance, at most 100 columns wide except for commands, which must be copied whole. */
export function comparisonSummary(comparison: Comparison, options: ComparisonSummaryOptions): string {
  const { tool, targets, contract, suites } = comparison;
  const all = suites.flatMap(({ differences }) => differences);
  const causes = findDifferenceCauses(comparison).filter(({ differences: [first] }) => first.isCounted);
  const { paint } = options;
  const sections = [
    [
      paint('strong', clip(`${tool.name} ${tool.version}: A ${targets.a}, B ${targets.b}`, width)),
      clip(`contract ${contract.title} ${contract.version}, ${contract.sha256.slice(0, 12)}`, width),
    ],
    comparisonTable(suites, paint),
    ...differenceCauseLines(causes, comparison, { width, paint }),
    asideLines(comparison, all),
    footer(comparison, causes.length, options),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Differences that are mentioned but do not count. */
function asideLines(comparison: Comparison, all: readonly DifferenceRecord[]): readonly string[] {
  const incidental = all.filter(({ facet }) => facet === 'incidental header');
  const headers = (of: 'a' | 'b'): string =>
    [...new Set(incidental.filter((difference) => difference[of] === 'absent').map(({ at }) => at))].join(
      ', ',
    );
  const beyond = all.length - incidental.length - all.filter(({ isCounted }) => isCounted).length;
  const shared = new Set(comparison.suites.flatMap((suite) => suite.shared.map(({ rule }) => rule)));
  const whims = comparison.suites.reduce((sum, suite) => sum + suite.whims, 0);
  const told: readonly (readonly [boolean, string])[] = [
    [headers('b') !== '', `headers that only A sends: ${headers('b')}`],
    [headers('a') !== '', `headers that only B sends: ${headers('a')}`],
    [beyond > 0, `${beyond} differences beyond the level ${comparison.level}, which was asked for`],
    [shared.size > 0, `the contract stands alone against both by ${[...shared].join(', ')}`],
    [whims > 0, `${whims} differences did not show again, and are none`],
  ];
  return told.filter(([isTold]) => isTold).map(([, text]) => clip(text, width));
}

function footer(
  comparison: Comparison,
  causes: number,
  options: ComparisonSummaryOptions,
): readonly string[] {
  const { suites, seed, durationMs, residue } = comparison;
  const { gate, reportFile, paint } = options;
  const requests = suites.reduce((sum, suite) => sum + suite.requests.a + suite.requests.b, 0);
  const leftOut = suites.flatMap(({ kinds }) => kinds).reduce((sum, kind) => sum + kind.leftOut, 0);
  const code = comparisonExitCode(comparison, gate);
  const differences = suites.flatMap((suite) => suite.differences.filter(({ isCounted }) => isCounted));
  return [
    ...(causes === 0
      ? []
      : [`${counted(causes, 'cause')} behind ${counted(differences.length, 'difference')}`]),
    levelText(comparison),
    `${requests} requests in ${(durationMs / 1000).toFixed(1)} s, seed ${seed}`,
    ...(leftOut === 0 ? [] : [`${leftOut} cases could not be set up on either target`]),
    ...suites.flatMap(({ operation, broken }) =>
      broken === null ? [] : [paint('bad', clip(`BROKEN ${operation}: ${broken}`, width))],
    ),
    ...(['a', 'b'] as const).flatMap((side) => leftLine(side, residue[side].left)),
    reportFile === null ? 'no HTML report' : `report ${printable(reportFile)}`,
    paint(code === 0 ? 'good' : 'bad', `exit ${code}: ${meaningOf(code, comparison, gate)}`),
  ];
}

function leftLine(side: 'a' | 'b', ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  return [clip(`${ids.length} clients left on ${side.toUpperCase()}: ${ids.join(', ')}`, width)];
}

function levelText(comparison: Comparison): string {
  const lines = levelLines(comparison);
  const first = firstFailing(lines);
  const told = lines.map(({ level, differences }) => {
    if (differences === null) return `${level} not asked for`;
    return differences === 0 ? `${level} holds` : `${level} ${differences}`;
  });
  return `levels: ${told.join(', ')}; ${first === null ? 'none fails' : `the first that fails is ${first}`}`;
}

function meaningOf(code: ExitCode, comparison: Comparison, gate: number | null): string {
  const score = totalScore(comparison);
  if (code === 130) return 'interrupted; only what was compared until then is reported';
  if (code === 3) return score === null ? 'nothing could be compared' : 'some of the comparison is broken';
  const fidelity = `fidelity ${percent(score ?? 0)} %`;
  if (gate !== null) return `${fidelity}, ${code === 0 ? 'enough for' : 'less than'} ${gate} %`;
  return code === 0 ? `${fidelity}: no difference` : `${fidelity}: the targets differ`;
}
