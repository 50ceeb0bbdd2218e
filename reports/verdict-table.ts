import type { OperationRecord } from '../checks/verdict.ts';
import type { Paint } from './printable.ts';
import { verdictMatrix } from './verdict-matrix.ts';
import type { MatrixCell, MatrixRow } from './verdict-matrix.ts';

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
  const { areas: all, rows } = verdictMatrix(records);
  const blocks = splitByWidth(all, rows, width);
  return blocks.flatMap((areas, index) => [
    ...(index === 0 ? [] : ['']),
    ...block(rows, areas, index === 0, paint),
  ]);
}

function splitByWidth(
  areas: readonly string[],
  rows: readonly MatrixRow[],
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
  rows: readonly MatrixRow[],
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
function cellText(cell: MatrixCell | undefined, width: number, paint: Paint): string {
  if (cell === undefined) return ' '.repeat(width);
  return paint(cell.tone, cell.text) + ' '.repeat(width - cell.text.length);
}

function columnWidth(area: string, rows: readonly MatrixRow[]): number {
  return Math.max(area.length, ...rows.map(({ cells }) => cells.get(area)?.text.length ?? 0));
}

function nameWidth(rows: readonly MatrixRow[]): number {
  return Math.max('operation'.length, ...rows.map(({ name }) => name.length));
}

function judgedWidth(rows: readonly MatrixRow[]): number {
  return Math.max('judged'.length, ...rows.map(({ judged }) => judged.length));
}
