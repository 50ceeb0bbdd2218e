import type { OperationRecord, RuleRecord, Verdict } from '../checks/verdict.ts';
import type { Tone } from './printable.ts';
import { settledRules, worstVerdict } from './roll-up.ts';
import { areaOf } from './rule-facts.ts';

/** Operations by rule areas, as the terminal and the summary page show them. */
export interface VerdictMatrix {
  /** Those that most operations share come first. */
  readonly areas: readonly string[];
  /** In the order of the contract. */
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  /** The operation without the prefix that all have. */
  readonly name: string;
  /** How many times its rules judged an exchange. */
  readonly judged: string;
  /** By area. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

/** The worst verdict of an area, with the number of rules that have it if it is worth a number. */
export interface MatrixCell {
  readonly text: string;
  readonly tone: Tone;
}

const marks: Readonly<Record<Verdict, readonly [mark: string, tone: Tone]>> = {
  pass: ['ok', 'good'],
  'not applicable': ['n/a', 'faint'],
  note: ['note', 'good'],
  warn: ['warn', 'doubtful'],
  'known deviation': ['known', 'doubtful'],
  'unexpected pass': ['unexp', 'bad'],
  fail: ['fail', 'bad'],
  broken: ['broken', 'bad'],
};

/** What a verdict means for who reads it. */
export function toneOf(verdict: Verdict): Tone {
  return marks[verdict][1];
}

/** The verdicts of a run by operation and area. */
export function verdictMatrix(records: readonly OperationRecord[]): VerdictMatrix {
  const rows = records.map(rowOf);
  return { areas: areasByUse(rows), rows };
}

function rowOf(record: OperationRecord): MatrixRow {
  const rules = settledRules(record);
  const areas = new Map<string, RuleRecord[]>();
  for (const rule of rules) {
    const area = areaOf(rule.rule);
    areas.set(area, [...(areas.get(area) ?? []), rule]);
  }
  return {
    name: record.operation.replace(/^oauth_/, ''),
    judged: String(rules.reduce((total, { judged }) => total + judged, 0)),
    cells: new Map([...areas].map(([area, ofArea]) => [area, cellOf(ofArea)])),
  };
}

function cellOf(records: readonly RuleRecord[]): MatrixCell {
  const worst = worstVerdict(records.map(({ verdict }) => verdict));
  const [mark, tone] = marks[worst];
  const count = records.filter(({ verdict }) => verdict === worst).length;
  const isCounted = worst !== 'pass' && worst !== 'not applicable';
  return { text: isCounted ? `${count} ${mark}` : mark, tone };
}

function areasByUse(rows: readonly MatrixRow[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const area of rows.flatMap(({ cells }) => [...cells.keys()]))
    uses.set(area, (uses.get(area) ?? 0) + 1);
  return [...uses].sort(([, a], [, b]) => b - a).map(([area]) => area);
}
