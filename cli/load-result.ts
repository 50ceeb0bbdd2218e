import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ResultFile } from '../reports/result-file.ts';
import { packageRoot } from './package-facts.ts';
import { UserError } from './user-error.ts';

/** Reads a result file that a run or `merge` has written. Throws a UserError where it is none. */
export async function loadResult(file: string, option = ''): Promise<ResultFile> {
  const name = option === '' ? file : `${option}: ${file}`;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UserError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const value = parse(name, text);
  const problem = firstProblem(value);
  if (problem !== null) throw new UserError(`${name}: is no result file of this version: ${problem}`);
  return value as ResultFile;
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${name}: is no result file: it is not JSON`);
  }
}

function firstProblem(value: unknown): string | null {
  validator ??= compile();
  if (validator(value)) return null;
  const [error] = validator.errors ?? [];
  return `${error?.instancePath || '/'} ${error?.message ?? 'is wrong'}`;
}

let validator: ValidateFunction | null = null;

function compile(): ValidateFunction {
  const file = path.join(packageRoot, 'reports', 'result.schema.json');
  const ajv = new Ajv2020({ strictTypes: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
}
