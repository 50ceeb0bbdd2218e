import type { Comparison, DifferenceRecord } from '../fidelity/comparison.ts';
import type { DifferenceCause } from './causes/difference-causes.ts';
import { oddText, placeText, seenText } from './comparison-text.ts';
import { counted } from './counted.ts';
import type { Paint } from './printable.ts';
import { clip } from './printable.ts';
import { comparisonCommand } from './replay-command.ts';

/** The maximum number of differences that are listed. The page and the result file have all of them. */
const mostListed = 40;

/** The causes of all differences that count. The first difference of each is shown in full, and the others on a line. */
export function differenceCauseLines(
  causes: readonly DifferenceCause[],
  comparison: Comparison,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): readonly (readonly string[])[] {
  let left = mostListed;
  const sections = causes.map((cause, index) => {
    const listed = countedOf(cause).slice(0, left);
    left -= listed.length;
    return listed.length === 0 ? [] : causeLines(cause, index + 1, listed);
  });
  const more = causes.flatMap(countedOf).length - mostListed;
  return more > 0 ? [...sections, [`${more} more differences in the report`]] : sections;

  function causeLines(
    cause: DifferenceCause,
    number: number,
    [first, ...others]: readonly DifferenceRecord[],
  ): readonly string[] {
    const many = ` (${counted(countedOf(cause).length, 'difference')})`;
    const title = clip(`${number}. ${cause.statement}`, width - many.length) + many;
    return [
      paint(cause.odd === 'B' ? 'bad' : 'doubtful', title),
      ...(first === undefined ? [] : differenceLines(first)),
      ...others.map((other) => line(`also ${titleOf(other)}: ${valuesOf(other)}`)),
    ];
  }

  function differenceLines(difference: DifferenceRecord): readonly string[] {
    return [
      line(titleOf(difference)),
      line(valuesOf(difference)),
      line(oddText(difference)),
      ...(difference.rules.length === 0 ? [] : [line(`by ${difference.rules.join(', ')}`)]),
      line(seenText(difference)),
      `   ${comparisonCommand(comparison, difference)}`,
    ];
  }

  function line(text: string): string {
    return `   ${clip(text, width - 3)}`;
  }
}

function countedOf({ differences }: DifferenceCause): readonly DifferenceRecord[] {
  return differences.filter(({ isCounted }) => isCounted);
}

function titleOf({ class: kind, operation, level }: DifferenceRecord): string {
  return `${kind.toUpperCase()} ${operation} (${level})`;
}

function valuesOf(difference: DifferenceRecord): string {
  return `${placeText(difference)}: A ${difference.a}, B ${difference.b}`;
}
