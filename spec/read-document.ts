import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { ContractError } from './contract-error.ts';
import { isJsonObject } from './json-object.ts';
import { parseDocument } from './parse-document.ts';

/** A document as it was found, parsed but not judged. */
export interface SourceDocument {
  /** Absolute URL, which relative references start from. */
  readonly location: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly value: unknown;
}

/** A description of several megabytes over a slow line takes less; a server that hangs is given up. */
const fetchTimeoutMs = 30_000;

/**
 * Reads a JSON or YAML document from a file path, a `file:` URL or an http(s) URL.
 * Throws a ContractError `unreadable`, of one problem, where there is no text to be had or it does not parse.
 */
export async function readDocument(source: string): Promise<SourceDocument> {
  const location = locate(source);
  const bytes =
    location.protocol === 'file:'
      ? await readFileBytes(location, source)
      : await fetchBytes(location, source);
  return {
    location: location.href,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    value: parseDocument(decode(bytes, source), source),
  };
}

function locate(source: string): URL {
  if (!/^(https?|file):\/\//i.test(source)) return pathToFileURL(source);
  if (!URL.canParse(source)) throw unreadable(source, 'is not a valid URL');
  const url = new URL(source);
  if (url.username !== '' || url.password !== '') {
    url.username = '';
    url.password = '';
    throw unreadable(url.href, 'has credentials in its URL; save the document to a file instead');
  }
  return url;
}

async function readFileBytes(location: URL, source: string): Promise<Uint8Array> {
  try {
    return await readFile(location);
  } catch (error) {
    throw unreadable(source, fileReason(error));
  }
}

function fileReason(error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'is a directory, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read with the rights of this user';
  return `cannot be read (${code})`;
}

async function fetchBytes(location: URL, source: string): Promise<Uint8Array> {
  try {
    const response = await fetch(location, {
      headers: { accept: 'application/yaml, application/json, */*;q=0.5' },
      signal: AbortSignal.timeout(fetchTimeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw unreadable(source, `answers with status ${response.status}, where the document was expected`);
    }
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof ContractError) throw error;
    const isTimeout = isJsonObject(error) && error['name'] === 'TimeoutError';
    throw unreadable(
      source,
      isTimeout
        ? `does not answer within ${fetchTimeoutMs / 1000} seconds`
        : `cannot be reached (${errorCode(error)})`,
    );
  }
}

function decode(bytes: Uint8Array, source: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(source, 'is not UTF-8 text');
  }
  if (text.trim() === '') throw unreadable(source, 'is empty');
  if (text.includes('\0')) throw unreadable(source, 'is binary, not text');
  return text;
}

/** The system's code of an error, which fetch wraps in `cause`. */
function errorCode(error: unknown): string {
  // Not by `instanceof`: the system's errors may be of another realm than this module.
  if (!isJsonObject(error)) return 'unknown reason';
  const { code, cause, message } = error;
  if (typeof code === 'string') return code;
  return cause === undefined ? String(message) : errorCode(cause);
}

function unreadable(source: string, message: string): ContractError {
  return new ContractError('unreadable', source, [{ pointer: '', message }]);
}
