import { closeSync, constants, openSync, realpathSync, statSync, writeSync } from 'node:fs';
import { access, readlink, stat } from 'node:fs/promises';
import path from 'node:path';
import { kindOf, openedAs } from '../reports/write-whole.ts';
import { markerName, replacedNames } from './report-folder.ts';
import type { OptionKey } from './options.ts';
import { flagOf, givenOf, settingsOf } from './run-settings.ts';
import type { GivenOptions } from './run-settings.ts';
import { systemCode, systemReason, UserError } from './user-error.ts';
import { whyNotWritable } from './work-folder.ts';

/** A file that a command reads or writes, with the words that name it to the user. */
interface NamedFile {
  readonly name: string;
  readonly file: string;
}

/** The files of a command that is not a run. */
export interface CommandFiles {
  /** Which of the options it writes: others may be set for runs, by the environment. Default: all. */
  readonly writes?: readonly OptionKey[];
  /** What it reads besides what options name. */
  readonly inputs?: readonly string[];
}

/**
 * What is read before anything is driven and may be brought up to date by the same run: the result of one night is the
 * baseline of the next.
 */
const renewed: Readonly<Record<string, string>> = {
  '--result': '--baseline',
  '--update-deviations': '--deviations',
};

/**
 * Makes sure, before anything is sent, that all that a command is to write can be written, and that nothing of it writes
 * over another or over what it reads. Throws a UserError that lists all that cannot, a line each.
 */
export async function checkOutputs(
  options: GivenOptions,
  { writes, inputs = [] }: CommandFiles = {},
): Promise<void> {
  const outputs = namedFiles(options, 'written').filter(({ key }) => writes?.includes(key) ?? true);
  const taken = [
    ...inputs.map((file) => ({ name: 'an argument', file })),
    ...namedFiles(options, 'read'),
    ...(options.noReport === true ? [] : reportFiles(options)),
  ];
  const problems = await Promise.all(
    outputs.map(async (output, index) => {
      const reason = (await whyNot(output.file)) ?? clash(output, [...taken, ...outputs.slice(0, index)]);
      return reason === null ? [] : [`${output.name}: ${output.file} ${reason}`];
    }),
  );
  if (problems.flat().length > 0) throw new UserError(problems.flat().join('\n'));
}

function namedFiles(
  options: GivenOptions,
  use: 'read' | 'written',
): readonly (NamedFile & { readonly key: OptionKey })[] {
  return givenOf(options, ({ file }) => file === use).flatMap((key) => {
    const file = options[key];
    return typeof file === 'string' ? [{ key, name: flagOf(key), file }] : [];
  });
}

function reportFiles(options: GivenOptions): readonly NamedFile[] {
  const { report } = settingsOf(options);
  return [...replacedNames, markerName].map((name) => ({ name: '--report', file: path.join(report, name) }));
}

/** Why nothing can be written under this path, and what to do; null where it can. */
async function whyNot(file: string): Promise<string | null> {
  const kind = await kindOf(file);
  if (kind === 'folder') return 'is a folder; name a file in it';
  if (kind === 'special') return whyNotTaken(file);
  if (kind === 'file' && openedAs(file) !== null) return null;
  const link = await readlink(file).catch(() => null);
  if (link !== null)
    return kind === 'nothing'
      ? `is a link to ${link}, which does not exist; remove it`
      : `is a link to ${link}; name that file itself`;
  const reason = (await whyReadOnly(file)) ?? (await whyNotWritable(path.resolve(file)));
  return reason === null ? null : `cannot be written: ${reason}; name another`;
}

/** A pipe waits for its reader when it is opened, so only devices are tried: a full one does not even take nothing. */
async function whyNotTaken(file: string): Promise<string | null> {
  try {
    await access(file, constants.W_OK);
    const status = await stat(file);
    if (status.isFIFO()) return null;
    if (!status.isCharacterDevice()) return 'is not a file; name another';
    writeNothing(file);
    return null;
  } catch (error) {
    return `cannot be written: ${systemReason(error)}; name another`;
  }
}

function writeNothing(device: string): void {
  const file = openSync(device, constants.O_NONBLOCK | constants.O_WRONLY);
  try {
    writeSync(file, Buffer.alloc(0));
  } finally {
    closeSync(file);
  }
}

async function whyReadOnly(file: string): Promise<string | null> {
  try {
    await access(file, constants.W_OK);
    return null;
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? null : systemReason(error);
  }
}

/** What else has this path, or leads through it. */
function clash(output: NamedFile, others: readonly NamedFile[]): string | null {
  const place = placeOf(output.file);
  // Devices and pipes take what several have to say.
  if (place === null) return null;
  const other = others.find(({ name, file }) => {
    const taken = placeOf(file);
    return taken !== null && renewed[output.name] !== name && isWithin(place, taken);
  });
  if (other === undefined) return null;
  return other.name === '--report'
    ? 'is one of the files of the report folder; name another'
    : `is also named by ${other.name}; give each its own file`;
}

/** Whether two paths are one, or one leads through the other. */
function isWithin(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}

/** Where a path leads, by the folders that are there; null for what is neither file nor folder. */
function placeOf(file: string): string | null {
  const whole = path.resolve(file);
  try {
    const status = statSync(whole);
    const isPlain = status.isDirectory() || (status.isFile() && openedAs(file) === null);
    return isPlain ? realpathSync(whole) : null;
  } catch {
    const folder = path.dirname(whole);
    return path.join(folder === whole ? '' : (placeOf(folder) ?? folder), path.basename(whole));
  }
}
