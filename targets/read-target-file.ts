import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { TargetFileError } from './target-file-error.ts';

/**
 * Reads a YAML or JSON file (JSON is YAML) of a shape. Throws a {@link TargetFileError} with all that is wrong: each
 * key with what was expected there.
 */
export async function readTargetFile<Value>(file: string, schema: z.ZodType<Value>): Promise<Value> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new TargetFileError(file, [`cannot be read: ${firstLine(error)}`]);
  });
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new TargetFileError(file, document.errors.map(firstLine));
  const value: unknown = toValue(file, () => document.toJS());
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new TargetFileError(
    file,
    parsed.error.issues.map((issue) => describeIssue(issue)),
  );
}

/** Aliases are resolved here, and may lead nowhere or grow without bounds: the parser gives up on both. */
function toValue(file: string, convert: () => unknown): unknown {
  try {
    return convert();
  } catch (error) {
    throw new TargetFileError(file, [firstLine(error)]);
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

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0]?.replace(/:$/, '') ?? message;
}
