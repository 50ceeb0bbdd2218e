import { closeSync, constants, openSync, realpathSync, statSync, writeSync } from 'node:fs';
import { access, readlink, stat } from 'node:fs/promises';
import path from 'node:path';
import { kindOf, openedAs } from '../reports/write-whole.ts';
import { markerName, replacedNames } from './report-folder.ts';
import type { OptionKey } from './options/options.ts';
import { flagOf } from './options/option-names.ts';
import { givenOf, settingsOf } from './options/run-settings.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { systemCode, systemReason, UserError } from './user-error.ts';
import { whyNotWritable } from './work-folder.ts';

/** A file that a command reads or writes, with the name by which messages refer to it. */
interface NamedFile {
  readonly name: string;
  readonly file: string;
}

/** The files of a command other than a run. */
export interface CommandFiles {
  /** Which of the options it writes. The environment may set other options for runs. Default: all. */
  readonly writes?: readonly OptionKey[];
  /** Files that it reads in addition to those that options name. */
  readonly inputs?: readonly string[];
}

/**
 * Files that are read before any request is sent and that the same run may update: the result of one night is the
 * baseline of the next.
 */
const renewed: Readonly<Record<string, string>> = {
  '--result': '--baseline',
  '--update-deviations': '--deviations',
};

/**
 * Checks, before any request is sent, that all output files of a command can be written, and that none of them
 * overwrites another output or an input. Throws a UserError that lists every problem on its own line.
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

/** The files that the given options name, to be read or written. */
export function namedFiles(
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

/** Why this path cannot be written, and what to do about it; null if it can. */
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

/**
 * Opening a pipe waits for its reader, so only devices are tried. A full device fails even when zero bytes are written.
 */
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

/** Describes what else has this path or a path within it; null if nothing has. */
function clash(output: NamedFile, others: readonly NamedFile[]): string | null {
  const place = placeOf(output.file);
  // Devices and pipes accept the output of several writers.
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

/** Whether two paths are equal, or one leads through the other. */
function isWithin(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}

/**
 * The real path of a file, as far as its folders exist; null for anything that is neither file nor folder, and for
 * paths such as `/dev/stdout`.
 */
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
