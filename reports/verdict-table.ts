import type { OperationRecord, RuleRecord, Verdict } from '../checks/verdict.ts';
import type { Paint, Tone } from './printable.ts';
import { settledRules, worstVerdict } from './roll-up.ts';
import { areaOf } from './rule-facts.ts';

interface Row {
  readonly name: string;
  readonly judged: string;
  /** By area. */
  readonly cells: ReadonlyMap<string, Cell>;
}

interface Cell {
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

/**
 * Operations by rule areas. Each cell is the worst verdict and the number of rules that have it. Areas that most
 * operations share come first. Whatever is wider than the screen goes into further tables, with only the rows that they
 * need.
 */
export function verdictTable(
  records: readonly OperationRecord[],
  width: number,
  paint: Paint,
): readonly string[] {
  const rows = records.map(rowOf);
  const blocks = splitByWidth(areasByUse(rows), rows, width);
  return blocks.flatMap((areas, index) => [
    ...(index === 0 ? [] : ['']),
    ...block(rows, areas, index === 0, paint),
  ]);
}

function rowOf(record: OperationRecord): Row {
  const rules = settledRules(record);
  const areas = new Map<string, RuleRecord[]>();
  for (const rule of rules) {
    const area = areaOf(rule.rule);
    areas.set(area, [...(areas.get(area) ?? []), rule]);
  }
  return {
    name: shortName(record.operation),
    judged: String(rules.reduce((total, { judged }) => total + judged, 0)),
    cells: new Map([...areas].map(([area, ofArea]) => [area, cellOf(ofArea)])),
  };
}

function cellOf(records: readonly RuleRecord[]): Cell {
  const worst = worstVerdict(records.map(({ verdict }) => verdict));
  const [mark, tone] = marks[worst];
  const count = records.filter(({ verdict }) => verdict === worst).length;
  const isCounted = worst !== 'pass' && worst !== 'not applicable';
  return { text: isCounted ? `${count} ${mark}` : mark, tone };
}

/** All ids have the same prefix, and the space is needed for the rest. */
function shortName(operation: string): string {
  return operation.replace(/^oauth_/, '');
}

function areasByUse(rows: readonly Row[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const area of rows.flatMap(({ cells }) => [...cells.keys()]))
    uses.set(area, (uses.get(area) ?? 0) + 1);
  return [...uses].sort(([, a], [, b]) => b - a).map(([area]) => area);
}

function splitByWidth(
  areas: readonly string[],
  rows: readonly Row[],
  width: number,
): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let left = 0;
  for (const area of areas) {
    const needed = columnWidth(area, rows) + 2;
    if (blocks.length === 0 || needed > left) {
      const judged = blocks.length === 0 ? judgedWidth(rows) + 2 : 0;
      blocks.push([]);
      left = width - nameWidth(rows) - judged;
    }
    blocks.at(-1)?.push(area);
    left -= needed;
  }
  return blocks;
}

function block(
  rows: readonly Row[],
  areas: readonly string[],
  isFirst: boolean,
  paint: Paint,
): readonly string[] {
  const shown = isFirst ? rows : rows.filter(({ cells }) => areas.some((area) => cells.has(area)));
  const judgedColumn = (text: string): string => (isFirst ? `  ${text.padStart(judgedWidth(rows))}` : '');
  const head = areas.map((area) => area.padEnd(columnWidth(area, rows)));
  const header = ['operation'.padEnd(nameWidth(rows)) + judgedColumn('judged'), ...head].join('  ').trimEnd();
  return [
    paint('strong', header),
    ...shown.map(({ name, judged, cells }) => {
      const texts = areas.map((area) => cellText(cells.get(area), columnWidth(area, rows), paint));
      return [name.padEnd(nameWidth(rows)) + judgedColumn(judged), ...texts].join('  ').trimEnd();
    }),
  ];
}

/** Padded outside the colour codes, so that trailing space can be trimmed. */
function cellText(cell: Cell | undefined, width: number, paint: Paint): string {
  if (cell === undefined) return ' '.repeat(width);
  return paint(cell.tone, cell.text) + ' '.repeat(width - cell.text.length);
}

function columnWidth(area: string, rows: readonly Row[]): number {
  return Math.max(area.length, ...rows.map(({ cells }) => cells.get(area)?.text.length ?? 0));
}

function nameWidth(rows: readonly Row[]): number {
  return Math.max('operation'.length, ...rows.map(({ name }) => name.length));
}

function judgedWidth(rows: readonly Row[]): number {
  return Math.max('judged'.length, ...rows.map(({ judged }) => judged.length));
}
