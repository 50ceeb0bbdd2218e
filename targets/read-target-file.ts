import type { z } from 'zod';
import { didYouMean } from '../spec/names/did-you-mean.ts';
import { parseApart } from '../spec/parse-apart.ts';
import { UnreadableError } from '../spec/parse-document.ts';
import { readText } from '../spec/read-text.ts';

/** Whether a glob matches a name, such as a rule id. `*` stands for any text. */
export function matchesGlob(glob: string, name: string): boolean {
  const [first = '', ...parts] = glob.split('*');
  const last = parts.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at + last.length <= name.length;
}

/** All problems of a file that describes a target, one on each line, in the words of the file. */
export class TargetFileError extends Error {
  override readonly name = 'TargetFileError';
  readonly code = 'target-file';
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(problems.map((problem) => `${file}: ${problem}`).join('\n'));
    this.problems = problems;
  }
}

/** A profile has some 2 KiB, and a thousand deviations have 250 KiB. */
const mostBytes = 1024 * 1024;

/** Further problems would not help the user. */
const mostProblems = 100;

/**
 * Reads a YAML or JSON file (JSON is YAML) of a given schema, in which these keys occur. Throws a
 * {@link TargetFileError} with all problems: each key, and what was expected there.
 */
export async function readTargetFile<Value>(
  file: string,
  schema: z.ZodType<Value>,
  keys: readonly string[],
): Promise<Value> {
  const parsed = schema.safeParse(await readValue(file));
  if (parsed.success) return parsed.data;
  throw new TargetFileError(
    file,
    parsed.error.issues.slice(0, mostProblems).map((issue) => describeIssue(issue, keys)),
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

function describeIssue(issue: z.core.$ZodIssue, keys: readonly string[]): string {
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const where = place === '' ? '' : `${place.replace(/^\./, '')}: `;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${where}there is no key ${issue.keys.map((key) => key + didYouMean(key, keys)).join(', ')}; correct or remove it`;
    case 'invalid_key':
      return `${where}${issue.issues[0]?.message ?? issue.message}`;
    default:
      return `${where}${issue.message}`;
  }
}
