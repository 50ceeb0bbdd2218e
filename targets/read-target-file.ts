import type { z } from 'zod';
import { parseApart } from '../spec/parse-apart.ts';
import { readText } from '../spec/read-text.ts';
import { UnreadableError } from '../spec/unreadable-error.ts';
import { TargetFileError } from './target-file-error.ts';

/** Profiles have some 2 KiB, and a thousand deviations 250. */
const mostBytes = 1024 * 1024;

/** More tell no one more. */
const mostProblems = 100;

/**
 * Reads a YAML or JSON file (JSON is YAML) of a shape. Throws a {@link TargetFileError} with all that is wrong: each
 * key with what was expected there.
 */
export async function readTargetFile<Value>(file: string, schema: z.ZodType<Value>): Promise<Value> {
  const parsed = schema.safeParse(await readValue(file));
  if (parsed.success) return parsed.data;
  throw new TargetFileError(
    file,
    parsed.error.issues.slice(0, mostProblems).map((issue) => describeIssue(issue)),
  );
}

async function readValue(file: string): Promise<unknown> {
  try {
    const parsed = await parseApart(await readText(file, { maxBytes: mostBytes, isPipeAllowed: true }));
    if ('value' in parsed) return parsed.value;
    throw new TargetFileError(file, parsed.problems);
  } catch (error) {
    if (error instanceof UnreadableError) throw new TargetFileError(file, [error.message]);
    throw error;
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const where = place === '' ? '' : `${place.replace(/^\./, '')}: `;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${where}there is no key ${issue.keys.join(', ')}; correct or remove it`;
    case 'invalid_key':
      return `${where}${issue.issues[0]?.message ?? issue.message}`;
    default:
      return `${where}${issue.message}`;
  }
}
