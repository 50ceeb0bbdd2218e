import { deriveSeed } from '../../suites/engine/draw-cases.ts';
import { places, troubles } from './troubles.ts';

/** What keeps a run from ending, and how it is ended. */
export interface Ending {
  readonly number: number;
  readonly trouble: keyof typeof troubles;
  readonly place: keyof typeof places;
  /** The number of requests after which the trouble starts. */
  readonly from: number;
  readonly by: 'max-time' | 'SIGINT' | 'SIGTERM' | 'SIGHUP';
  /** The time limit of the run, or the time from its first request to the signal. */
  readonly afterMs: number;
  readonly how: 'report' | 'no report' | 'workers' | 'record' | 'compare';
}

const ways = ['report', 'no report', 'workers', 'record', 'compare'] as const;
const causes = ['max-time', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Draws a combination. The same seed and number give the same one. */
export function drawEnding(seed: number, number: number): Ending {
  const below = (limit: number, what: string): number =>
    (deriveSeed(seed, 'ending', number, what) >>> 0) % limit;
  const pick = <Value>(values: readonly Value[], what: string): Value => {
    const value = values[below(values.length, what)];
    if (value === undefined) throw new TypeError(`nothing to pick for ${what}`);
    return value;
  };
  const by = pick(causes, 'cause');
  return {
    number,
    trouble: pick(Object.keys(troubles) as (keyof typeof troubles)[], 'trouble'),
    place: pick(Object.keys(places) as (keyof typeof places)[], 'place'),
    // A third of them start with the first request, which belongs to the pre-flight check.
    from: pick([0, 0, 2, 5, 20, 60], 'from'),
    by,
    afterMs: by === 'max-time' ? 3000 + 1000 * below(6, 'time') : below(8000, 'moment'),
    how: pick(ways, 'how'),
  };
}

/** The command line arguments for a run of this kind against a target. */
export function wordsOf({ how, by, afterMs, number }: Ending, url: string): readonly string[] {
  const common = [
    ...['--seed', String(number), '--runs', '6', '--timeout-ms', '60000', '--report', 'out'],
    ...['--result', 'result.json', '--operation', 'oauth_client_client_id_get', 'oauth_client_post'],
    ...['--max-time', String(by === 'max-time' ? afterMs / 1000 : 600)],
  ];
  if (how === 'compare') return ['compare', url, 'reference', ...common];
  const run = ['--target', url, ...common];
  if (how === 'record') return ['record', ...run, '--no-report', '--trace', 'trace.json.gz'];
  if (how === 'workers') return ['run', ...run, '--no-report', '--workers', '2'];
  return ['run', ...run, ...(how === 'report' ? [] : ['--no-report'])];
}
