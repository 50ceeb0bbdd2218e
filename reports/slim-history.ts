import { createHash } from 'node:crypto';
import { z } from 'zod';
import { printable } from './printable.ts';

/** Allure makes names of parts of its page of these, and writes them into a script as they are. */
const id = z
  .string()
  .transform((given) =>
    /^[\w.-]{1,128}$/.test(given) ? given : createHash('sha256').update(given).digest('hex').slice(0, 32),
  );
const text = z.string().transform(printable);
const firstLine = z.string().transform((given) => printable(given).split('\n', 1)[0] ?? '');
/** Nobody has written where past reports are; a link to anywhere else is none of ours. */
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
 * Allure's history with what a report shows of a past run and nothing else, in values that are safe in a page whoever
 * wrote the file: ids of letters and digits, printable texts, no links. Without labels, full names and whole failure
 * texts a past run adds 0.4 MB to a report, and not 2 MB. What is no past run or result is left out.
 */
export function slimHistory(jsonLines: string): string {
  return jsonLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => pastRun.safeParse(JSON.parse(line)).data ?? [])
    .map((run) => `${JSON.stringify({ ...run, testResults: slimResults(run.testResults) })}\n`)
    .join('');
}

function slimResults(results: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const slim = Object.entries(results).flatMap(([name, result]) => {
    const { data } = pastResult.safeParse(result);
    return data === undefined ? [] : [[id.parse(name), data] as const];
  });
  return Object.fromEntries(slim);
}
