import type { Comparison, DifferenceRecord } from '../fidelity/comparison.ts';
import { quoteWord } from './quote-word.ts';

/** The command that sends the case of a difference to both targets again; for one over all cases, the operation's. */
export function comparisonCommand(
  { invocation, targets, carriedArguments, seed }: Comparison,
  { operation, path }: Pick<DifferenceRecord, 'operation' | 'path'>,
): string {
  const words = [
    ...[targets.a, targets.b],
    ...['--operation', operation],
    ...(path === '' ? ['--seed', String(seed)] : ['--replay', `${seed}:${path}`]),
    ...carriedArguments,
  ];
  return `${invocation} compare ${words.map(quoteWord).join(' ')}`;
}
