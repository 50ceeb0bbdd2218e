import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { printableLine } from '../reports/printable.ts';
import type { ResultFile } from '../reports/result-file.ts';
import { parseJson } from '../spec/parse-document.ts';
import { mebibyte } from '../spec/read-text.ts';
import { packageRoot } from './package-facts.ts';
import { nameOf, parseInput, readInput } from './read-input.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { UserError } from './user-error.ts';

/** A shard's result for a target with hundreds of defects takes a tenth of this. */
const mostBytes = 48 * mebibyte;

/** Reads a result file written by a run or by `merge`. Throws a UserError if it is not a result file. */
export async function loadResult(file: string, option = ''): Promise<ResultFile> {
  const input = { file, option, maxBytes: mostBytes };
  const value = parseInput(input, await readInput(input), 'result file');
  const problem = firstProblem(value);
  if (problem !== null)
    throw new UserError(`${nameOf(input)}: is not a result file of this version: ${problem}`);
  return value as ResultFile;
}

function firstProblem(value: unknown): string | null {
  validator ??= compile();
  if (validator(value)) return null;
  const [error] = validator.errors ?? [];
  return printableLine(`${error?.instancePath || '/'} ${error?.message ?? 'is wrong'}`).slice(0, 300);
}

let validator: ValidateFunction | null = null;

function compile(): ValidateFunction {
  const file = path.join(packageRoot, 'reports', 'result.schema.json');
  const ajv = new Ajv2020({ strictTypes: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
}

/** Thirty runs, the maximum that is kept, take 12 MiB. */
const mostHistoryBytes = 48 * mebibyte;

/** What Allure reads from a line. */
const pastRun = z.looseObject({ testResults: z.record(z.string(), z.looseObject({})) });

/** Throws a UserError if a run could not be added to this history: better before the run than after it. */
export async function checkHistory(file: string, { noReport }: GivenOptions): Promise<void> {
  if (noReport === true) throw new UserError('--history: needs the HTML report; leave out --no-report');
  // The first run creates the file.
  if (!existsSync(file)) return;
  const input = { option: '--history', file, maxBytes: mostHistoryBytes };
  const lines = (await readInput(input)).split('\n');
  const wrong = lines.findIndex((line) => line.trim() !== '' && !isPastRun(line));
  if (wrong >= 0)
    throw new UserError(`${nameOf(input)}:${wrong + 1}: is not a past run; remove the line, or the file`);
}

function isPastRun(line: string): boolean {
  try {
    return pastRun.safeParse(parseJson(line)).success;
  } catch {
    return false;
  }
}
