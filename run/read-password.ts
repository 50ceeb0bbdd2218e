import { read } from 'read';
import { readInput } from './read-input.ts';
import { printableLine } from '../reports/printable.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { UserError } from './user-error.ts';
import { messages } from './terminal.ts';

/** A file of this size is not a password file. */
const mostBytes = 64 * 1024;

const defaultVariable = 'PRISM_PASSWORD';

/**
 * The password of the target's user: from the named file or variable, else from `PRISM_PASSWORD`, else from a prompt at
 * the terminal, without echo. Never from an argument, which others can read.
 */
export async function readPassword(
  { passwordEnv, passwordFile }: GivenOptions,
  question: string,
): Promise<string> {
  if (passwordEnv !== undefined && passwordFile !== undefined)
    throw new UserError('--password-file: cannot be combined with --password-env; leave one out');
  if (passwordFile !== undefined) return readFirstLine(passwordFile);
  const variable = passwordEnv ?? defaultVariable;
  const password = process.env[variable] ?? '';
  if (password !== '') return password;
  const answer = passwordEnv === undefined && process.stdin.isTTY ? await ask(question) : '';
  if (answer !== '') return answer;
  throw new UserError(
    `the target needs a password: set the environment variable ${variable} or give --password-file`,
  );
}

async function readFirstLine(file: string): Promise<string> {
  const text = await readInput({
    ...{ option: '--password-file', file },
    ...{ maxBytes: mostBytes, isPipeAllowed: true },
  });
  const [line = ''] = text.split(/\r?\n/, 1);
  if (line === '') throw new UserError(`--password-file: the first line of ${file} is empty`);
  return line;
}

/** Empty if the question gets no answer, because of Ctrl+C or the end of input. */
async function ask(question: string): Promise<string> {
  return read({ prompt: printableLine(question), silent: true, output: messages.stream }).catch(() => '');
}
