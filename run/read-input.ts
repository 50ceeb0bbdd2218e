import type { z } from 'zod';
import { printableLine } from '../reports/printable.ts';
import type { InputKind } from '../spec/open-input.ts';
import { parseJson, UnreadableError } from '../spec/parse-document.ts';
import type { JsonLimits } from '../spec/json-scanner.ts';
import { readText } from '../spec/read-text.ts';
import { UserError } from './user-error.ts';

/** A file that is read for a user. */
export interface Input extends InputKind {
  readonly file: string;
  /** What named it, such as `--ca`; empty for an argument. */
  readonly option: string;
}

/** Reads a text file that an option or argument names. Throws a UserError of one line where that cannot be. */
export async function readInput(input: Input): Promise<string> {
  try {
    return await readText(input.file, input);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new UserError(`${nameOf(input)} ${error.message}`);
  }
}

/** Parses what a file holds as JSON. Throws a UserError of one line, with `what` it is none of. */
export function parseInput(input: Input, text: string, what: string, limits?: JsonLimits): unknown {
  try {
    return parseJson(text, limits);
  } catch (error) {
    const reason = error instanceof SyntaxError || !(error instanceof Error) ? 'is not JSON' : error.message;
    throw new UserError(`${nameOf(input)}: is not a ${what}: it ${reason}`);
  }
}

/** A file as its messages begin. Names are the user's, but may come from a shell's pattern: they steer no terminal. */
export function nameOf({ option, file }: Input): string {
  return printableLine(option === '' ? file : `${option}: ${file}`);
}

/** Where a value is not as it has to be, and how: the first place that is wrong. */
export function firstIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue === undefined || issue.path.length === 0 ? '' : `/${issue.path.join('/')}: `;
  return printableLine(`${place}${issue?.message ?? 'it is not valid'}`).slice(0, 300);
}
