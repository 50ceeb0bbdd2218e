import { existsSync } from 'node:fs';
import { z } from 'zod';
import { parseJson } from '../spec/parse-json.ts';
import { mebibyte } from '../spec/read-text.ts';
import { nameOf, readInput } from './read-input.ts';
import type { GivenOptions } from './run-options.ts';
import { UserError } from './user-error.ts';

/** Thirty runs, the most that are kept, take 12 MiB. */
const mostBytes = 48 * mebibyte;

/** What Allure looks for in a line. */
const pastRun = z.looseObject({ testResults: z.record(z.string(), z.looseObject({})) });

/** Throws a UserError where a run could not be added to this history: better before it than after. */
export async function checkHistory(file: string, { noReport }: GivenOptions): Promise<void> {
  if (noReport === true)
    throw new UserError('--history: is written with the HTML report; leave out --no-report');
  // The first run begins it.
  if (!existsSync(file)) return;
  const input = { option: '--history', file, maxBytes: mostBytes };
  const lines = (await readInput(input)).split('\n');
  const wrong = lines.findIndex((line) => line.trim() !== '' && !isPastRun(line));
  if (wrong >= 0)
    throw new UserError(`${nameOf(input)}:${wrong + 1}: is no past run; remove the line, or the file`);
}

function isPastRun(line: string): boolean {
  try {
    return pastRun.safeParse(parseJson(line)).success;
  } catch {
    return false;
  }
}
