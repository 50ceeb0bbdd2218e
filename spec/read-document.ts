import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { bundledContract, parsedByBuild } from './bundled-contract.ts';
import { ContractError } from './contract-error.ts';
import { fetchDocument } from './fetch-document.ts';
import type { Fetched } from './fetch-document.ts';
import { parseDocument, UnreadableError } from './parse-document.ts';
import { decodeText, mebibyte, readBytes } from './read-text.ts';

/** A document as it was found: parsed, not checked. */
export interface SourceDocument {
  /** Absolute URL, the base of relative references. */
  readonly location: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly value: unknown;
}

export interface ReadingOptions {
  /** Whether references and redirects may lead to other hosts, and references to any folder. Default: no. */
  readonly isAnywhereAllowed?: boolean;
}

/** Descriptions of whole products have one to three MiB. */
const mostBytes = 10 * mebibyte;

/** Limit for a document and all that it refers to. */
const mostBytesTogether = 20 * mebibyte;

/** Limit for a document and all that it refers to, over a slow line or from a server that hangs or sends slowly. */
const fetchTimeoutMs = 15_000;

/** Reads the documents of one contract, which share one time limit. */
export class DocumentReader {
  readonly isAnywhereAllowed: boolean;
  #bytesLeft = mostBytesTogether;
  readonly #signal = AbortSignal.timeout(fetchTimeoutMs);

  constructor({ isAnywhereAllowed = false }: ReadingOptions = {}) {
    this.isAnywhereAllowed = isAnywhereAllowed;
  }

  /**
   * Reads a JSON or YAML document from a file path, a `file:` URL or an http(s) URL. Throws a ContractError
   * `unreadable` with one problem if the text cannot be read or parsed.
   */
  async read(source: string): Promise<SourceDocument> {
    const { location, bytes } = await this.#bytesOf(source);
    this.#bytesLeft -= bytes.length;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const parsed = source === bundledContract ? parsedByBuild(sha256) : undefined;
    return { location: location.href, sha256, value: parsed ?? parseDocument(textOf(bytes, source), source) };
  }

  async #bytesOf(source: string): Promise<Fetched> {
    const location = locate(source);
    const maxBytes = Math.min(mostBytes, this.#bytesLeft);
    const { isAnywhereAllowed } = this;
    try {
      return location.protocol === 'file:'
        ? { location, bytes: await readBytes(location, { maxBytes, isPipeAllowed: true }) }
        : await fetchDocument(location, { maxBytes, signal: this.#signal, isAnywhereAllowed });
    } catch (error) {
      if (error instanceof UnreadableError) throw unreadable(source, error.message);
      throw error;
    }
  }
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

function textOf(bytes: Uint8Array, source: string): string {
  try {
    const text = decodeText(bytes);
    if (text.trim() === '') throw new UnreadableError('is empty');
    if (text.includes('\0')) throw new UnreadableError('is binary, not text');
    return text;
  } catch (error) {
    if (error instanceof UnreadableError) throw unreadable(source, error.message);
    throw error;
  }
}

function unreadable(source: string, message: string): ContractError {
  return new ContractError('unreadable', source, [{ pointer: '', message }]);
}
