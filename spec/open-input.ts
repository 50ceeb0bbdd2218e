import { close, constants, createReadStream, fstat, open } from 'node:fs';
import type { Stats } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { isJsonObject } from './json-object.ts';
import { UnreadableError } from './parse-document.ts';

export interface InputKind {
  /** A longer file is refused before any of it is read. */
  readonly maxBytes: number;
  /** Whether it may be a pipe, such as a shell creates for `<(…)`. The reader has to limit its bytes. */
  readonly isPipeAllowed?: boolean;
}

/**
 * Opens a file for reading. Never waits for another process: a FIFO is opened without blocking, and then read as a
 * stream that can be aborted. Throws an {@link UnreadableError} if there is no such file or it is not a regular file.
 */
export async function openInput(file: string | URL, kind: InputKind): Promise<Readable> {
  const descriptor = await openDescriptor(file);
  try {
    const status = await promisify(fstat)(descriptor);
    const problem = problemOf(status, kind);
    if (problem !== null) throw new UnreadableError(problem);
    return status.isFIFO()
      ? new Socket({ fd: descriptor, readable: true, writable: false })
      : createReadStream('', { fd: descriptor });
  } catch (error) {
    await promisify(close)(descriptor);
    throw error;
  }
}

/** Turns a system error into the reason why a file cannot be read. */
export function unreadable(error: unknown): UnreadableError {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UnreadableError('cannot be read: there is no such file');
  if (code === 'EACCES' || code === 'EPERM')
    return new UnreadableError('cannot be read: it may not be with the rights of this user');
  // Linux reports this for a socket that is opened like a file.
  if (code === 'ENXIO') return new UnreadableError('is a socket or a device, not a file');
  return new UnreadableError(`cannot be read (${code})`);
}

/** The system's code of an error. fetch wraps the system error in `cause`. */
export function errorCode(error: unknown): string {
  // Not by `instanceof`: a system error may come from another realm than this module.
  if (!isJsonObject(error)) return 'unknown reason';
  const { code, cause, message } = error;
  if (typeof code === 'string') return code;
  return cause === undefined ? String(message) : errorCode(cause);
}

/** Formats a length in whole MiB or KiB, as limits are multiples of these. */
export function formatBytes(bytes: number): string {
  const kib = bytes / 1024;
  return kib >= 1024 ? `${Math.floor(kib / 1024)} MiB` : `${Math.floor(kib)} KiB`;
}

async function openDescriptor(file: string | URL): Promise<number> {
  try {
    // Without O_NONBLOCK, opening a FIFO waits until another process opens it too. Windows has neither; the flag is
    // undefined there and sets no bit.
    return await promisify(open)(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw unreadable(error);
  }
}

function problemOf(status: Stats, { maxBytes, isPipeAllowed = false }: InputKind): string | null {
  if (status.isDirectory()) return 'is a directory, not a file';
  if (status.isFIFO()) return isPipeAllowed ? null : 'is a pipe; write what comes through it to a file first';
  if (!status.isFile()) return 'is a device, not a file';
  return status.size > maxBytes ? tooLong(maxBytes) : null;
}

/** The message for an input that is longer than the limit. */
export function tooLong(maxBytes: number): string {
  return `is longer than ${formatBytes(maxBytes)}, the most that is read of such a file`;
}
