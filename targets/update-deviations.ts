import { stringify } from 'yaml';
import { isAbout, unwrittenReason, type Deviation, type Judged } from './deviation.ts';

/** The outcome of a MUST rule on an operation in a run; `unknown` if it was not judged. */
export interface Seen extends Judged {
  readonly outcome: 'violated' | 'passed' | 'unknown';
}

/**
 * Updates a list according to a run. Entries about what still fails, is flaky or was not in the run are kept. What
 * passes is removed. What fails without an entry gets one, whose reason somebody has to write.
 */
export function updateDeviations(
  entries: readonly Deviation[],
  run: { readonly seen: readonly Seen[]; readonly date: string },
  all: readonly Judged[],
): readonly Deviation[] {
  const outcomes = new Map(run.seen.map((seen) => [keyOf(seen), seen.outcome]));
  const kept = entries.flatMap((deviation) => keep(deviation, outcomes, all));
  const added = run.seen
    .filter((seen) => seen.outcome === 'violated' && !kept.some((deviation) => isAbout(deviation, seen)))
    .map(({ operation, rule }) => ({
      ...{ rule, operation },
      status: 'fails' as const,
      reason: `${unwrittenReason}: say why`,
      since: run.date,
    }));
  return [...kept, ...added];
}

/** The text of a list for its file: JSON if the file's name ends so, else YAML. */
export function formatDeviations(file: string, entries: readonly Deviation[]): string {
  if (file.endsWith('.json')) return `${JSON.stringify(entries, null, 2)}\n`;
  return `# Known deviations of a target. An entry whose reason is ${unwrittenReason} is refused: say why.\n${stringify(entries)}`;
}

/** If a part of a broad entry passes, it is narrowed to what did not pass. */
function keep(
  deviation: Deviation,
  outcomes: ReadonlyMap<string, Seen['outcome']>,
  all: readonly Judged[],
): readonly Deviation[] {
  const about = all.filter((judged) => isAbout(deviation, judged));
  const outcomeOf = (judged: Judged): Seen['outcome'] | undefined => outcomes.get(keyOf(judged));
  if (about.length === 0) return [];
  if (deviation.status === 'flaky' || !about.some((judged) => outcomeOf(judged) === 'passed'))
    return [deviation];
  return about
    .filter((judged) => outcomeOf(judged) !== 'passed')
    .map(({ operation, rule }) => ({ ...deviation, rule, operation }));
}

function keyOf({ operation, rule }: Judged): string {
  return `${operation} ${rule}`;
}
