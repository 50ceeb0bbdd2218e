import { readFile } from 'node:fs/promises';
import type { GivenOptions } from './run-options.ts';
import { UserError } from './user-error.ts';

/** Throws a UserError where a run could not be added to this history: better before it than after. */
export async function checkHistory(file: string, { noReport }: GivenOptions): Promise<void> {
  if (noReport === true)
    throw new UserError('--history: is written with the HTML report; leave out --no-report');
  const lines = (await readHistory(file)).split('\n');
  const wrong = lines.findIndex((line) => line.trim() !== '' && !isPastRun(line));
  if (wrong >= 0)
    throw new UserError(`--history: ${file}:${wrong + 1}: is no past run; remove the line, or the file`);
}

async function readHistory(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`--history: ${file} cannot be read: ${reason}`);
  }
}

function isPastRun(line: string): boolean {
  try {
    const { testResults } = JSON.parse(line) as { readonly testResults?: unknown };
    return typeof testResults === 'object' && testResults !== null;
  } catch {
    return false;
  }
}
