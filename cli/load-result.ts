import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ResultFile } from '../reports/result-file.ts';
import { printableLine } from '../reports/printable.ts';
import { mebibyte } from '../spec/read-text.ts';
import { packageRoot } from './package-facts.ts';
import { nameOf, parseInput, readInput } from './read-input.ts';
import { UserError } from './user-error.ts';

/** That of a shard of a target with hundreds of defects has a tenth. */
const mostBytes = 48 * mebibyte;

/** Reads a result file that a run or `merge` has written. Throws a UserError where it is none. */
export async function loadResult(file: string, option = ''): Promise<ResultFile> {
  const input = { file, option, maxBytes: mostBytes };
  const value = parseInput(input, await readInput(input), 'result file');
  const problem = firstProblem(value);
  if (problem !== null)
    throw new UserError(`${nameOf(input)}: is no result file of this version: ${problem}`);
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
