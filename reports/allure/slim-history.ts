import { createHash } from 'node:crypto';
import { z } from 'zod';
import { printable } from '../printable.ts';

/** Allure derives names of page data from these ids, and writes them into a script unescaped. */
const id = z
  .string()
  .transform((given) =>
    /^[\w.-]{1,128}$/.test(given) ? given : createHash('sha256').update(given).digest('hex').slice(0, 32),
  );
const text = z.string().transform(printable);
const firstLine = z.string().transform((given) => printable(given).split('\n', 1)[0] ?? '');
/** We never publish past reports, so any link to one comes from elsewhere. */
const noLink = z
  .unknown()
  .optional()
  .transform(() => '');

const pastResult = z.object({
  id,
  name: text.optional(),
  environment: id.optional(),
  status: z.enum(['failed', 'broken', 'passed', 'skipped', 'unknown']),
  message: firstLine.optional(),
  start: z.number().optional(),
  stop: z.number().optional(),
  duration: z.number().optional(),
  labels: z
    .unknown()
    .optional()
    .transform((): readonly never[] => []),
  url: noLink,
  historyId: id.optional(),
  reportLinks: z
    .unknown()
    .optional()
    .transform((): readonly never[] => []),
});

const pastRun = z.object({
  uuid: id,
  name: text.catch(''),
  timestamp: z.number().catch(0),
  knownTestCaseIds: z.array(id).catch([]),
  testResults: z.record(z.string(), z.unknown()).catch({}),
  metrics: z.record(id, z.number()).catch({}),
  url: noLink,
});

/**
 * Reduces Allure's history to what a report shows of a past run. The values are safe in a page, whoever wrote the file:
 * ids of letters and digits, printable texts, no links. Without labels, full names and whole failure texts, a past run
 * adds 0.4 MB to a report instead of 2 MB. Anything that is not a past run or result is left out.
 */
export function slimHistory(jsonLines: string): string {
  return jsonLines
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => pastRun.safeParse(JSON.parse(line)).data ?? [])
    .map((run) => `${JSON.stringify({ ...run, testResults: slimResults(run.testResults) })}\n`)
    .join('');
}

/** How many tests failed or were broken in each past run, in the order of the history. */
export function pastFailures(slimmed: string): readonly number[] {
  return slimmed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const results = Object.values(pastRun.parse(JSON.parse(line)).testResults);
      return results.filter((result) => failure.safeParse(result).success).length;
    });
}

const failure = z.object({ status: z.enum(['failed', 'broken']) });

function slimResults(results: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const slim = Object.entries(results).flatMap(([name, result]) => {
    const { data } = pastResult.safeParse(result);
    return data === undefined ? [] : [[id.parse(name), data] as const];
  });
  return Object.fromEntries(slim);
}
