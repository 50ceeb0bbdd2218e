import type { z } from 'zod';
import { printableLine } from '../reports/printable.ts';
import type { InputKind } from '../spec/open-input.ts';
import { parseJson, UnreadableError } from '../spec/parse-document.ts';
import type { JsonLimits } from '../spec/json-scanner.ts';
import { readText } from '../spec/read-text.ts';
import { UserError } from './user-error.ts';

/** A file that the user asked to read. */
export interface Input extends InputKind {
  readonly file: string;
  /** The option that named it, such as `--ca`; empty for an argument. */
  readonly option: string;
}

/** Reads a text file named by an option or argument. Throws a UserError of one line if it cannot be read. */
export async function readInput(input: Input): Promise<string> {
  try {
    return await readText(input.file, input);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new UserError(`${nameOf(input)} ${error.message}`);
  }
}

/** Parses a file's content as JSON. Throws a UserError of one line that says it is not `what`. */
export function parseInput(input: Input, text: string, what: string, limits?: JsonLimits): unknown {
  try {
    return parseJson(text, limits);
  } catch (error) {
    const reason = error instanceof SyntaxError || !(error instanceof Error) ? 'is not JSON' : error.message;
    throw new UserError(`${nameOf(input)}: is not a ${what}: it ${reason}`);
  }
}

/**
 * The beginning of messages about a file. The user gave its name, but it may come from a shell pattern, so it is
 * escaped for the terminal.
 */
export function nameOf({ option, file }: Input): string {
  return printableLine(option === '' ? file : `${option}: ${file}`);
}

/** The first place where a value is invalid, with the reason. */
export function firstIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue === undefined || issue.path.length === 0 ? '' : `/${issue.path.join('/')}: `;
  return printableLine(`${place}${issue?.message ?? 'it is not valid'}`).slice(0, 300);
}
