import { close, constants, createReadStream, fstat, open } from 'node:fs';
import type { Stats } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { isJsonObject } from './json-object.ts';
import { UnreadableError } from './parse-document.ts';

/** What may be opened. */
export interface InputKind {
  /** A longer file is refused before any of it is read. */
  readonly maxBytes: number;
  /** Whether it may be a pipe, as a shell makes one of `<(…)`; its bytes are for the reader to limit. */
  readonly isPipeAllowed?: boolean;
}

/**
 * Opens a file to be read. Never waits for another process: a FIFO is opened without blocking, and then read as a
 * stream that can be given up. Throws an {@link UnreadableError} for what is no regular file, and for no file at all.
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

/** Why a file cannot be read, from the system's error. */
export function unreadable(error: unknown): UnreadableError {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UnreadableError('cannot be read: there is no such file');
  if (code === 'EACCES' || code === 'EPERM')
    return new UnreadableError('cannot be read: it may not be with the rights of this user');
  // What Linux says of a socket that is opened like a file.
  if (code === 'ENXIO') return new UnreadableError('is a socket or a device, not a file');
  return new UnreadableError(`cannot be read (${code})`);
}

/** The system's code of an error, which fetch wraps in `cause`. */
export function errorCode(error: unknown): string {
  // Not by `instanceof`: the system's errors may be of another realm than this module.
  if (!isJsonObject(error)) return 'unknown reason';
  const { code, cause, message } = error;
  if (typeof code === 'string') return code;
  return cause === undefined ? String(message) : errorCode(cause);
}

/** A length in the largest unit that leaves no fraction: limits are written so. */
export function formatBytes(bytes: number): string {
  const kib = bytes / 1024;
  return kib >= 1024 ? `${Math.floor(kib / 1024)} MiB` : `${Math.floor(kib)} KiB`;
}

async function openDescriptor(file: string | URL): Promise<number> {
  try {
    // Without the flag the open of a FIFO waits until another process opens it too. Windows lacks both: it is no bit there.
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

/** Why an input of more than so many bytes is not read. */
export function tooLong(maxBytes: number): string {
  return `is longer than ${formatBytes(maxBytes)}, the most that is read of such a file`;
}
