import { Buffer } from 'node:buffer';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const escaped = /%([0-9A-Fa-f]{2})/g;
const badEscape = /%(?![0-9A-Fa-f]{2})/;

/** Decodes strict UTF-8; null if the bytes are not UTF-8. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Decodes percent-encoded text; null for an invalid escape or for bytes that are not UTF-8. */
export function decodePercent(encoded: string): string | null {
  if (!encoded.includes('%')) return encoded;
  if (badEscape.test(encoded)) return null;
  const bytes = Buffer.from(encoded).toString('latin1');
  const unescaped = bytes.replace(escaped, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return decodeUtf8(Buffer.from(unescaped, 'latin1'));
}

/** A query or a form as a server reads it. */
export interface DecodedPairs {
  /** The first value of each name. */
  readonly values: ReadonlyMap<string, string>;
  readonly repeated: readonly string[];
  /** Why the text as a whole may be read in several ways, or null. */
  readonly flaw: string | null;
}

/** Decodes `name=value` pairs. `+` stands for a space, as in forms (and for most servers in a query, too). */
export function decodePairs(text: string): DecodedPairs {
  const values = new Map<string, string>();
  const repeated: string[] = [];
  let flaw: string | null = null;
  if (text === '') return { values, repeated, flaw };
  for (const pair of text.split('&')) {
    const split = pair.indexOf('=');
    if (split < 1) flaw = 'a pair without a name or an equals sign';
    const [name, value] = [pair.slice(0, split), pair.slice(split + 1)].map((half) =>
      decodePercent(half.replaceAll('+', ' ')),
    );
    if (typeof name !== 'string' || typeof value !== 'string') flaw = 'a bad percent escape';
    else if (values.has(name)) repeated.push(name);
    else values.set(name, value);
  }
  return { values, repeated, flaw };
}

/** The parts of a Content-Type that decide how a body is read. Names are in lower case. */
export interface MediaType {
  readonly essence: string;
  /** `utf-8` if none is given. */
  readonly charset: string;
}

/** Reads a Content-Type header. Null if there is none. */
export function readMediaType(
  headers: readonly (readonly [name: string, value: string])[],
): MediaType | null {
  const header = headers.find(([name]) => name.toLowerCase() === 'content-type');
  if (header === undefined) return null;
  const [essence = '', ...parameters] = header[1].toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)/.exec(parameter)?.[1]);
  return { essence: essence.trim(), charset: charset.find((name) => name !== undefined) ?? 'utf-8' };
}

// RFC 3986 without userinfo and with a plain host: every server accepts this as an absolute URI.
const absolute =
  /^(https?):\/\/([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?((?:\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$/;
const loopbacks = new Set(['localhost', '127.0.0.1', '[::1]']);
const dotSegment = /\/\.{1,2}(?:\/|$)/;

/**
 * How a server has to treat a redirect URI. It must accept a `plain` one. It must refuse one with a `fragment` (RFC
 * 6749 section 3.1.2). It may refuse any `other` (relative, not a URI, unsafe over plain http, of a private scheme).
 */
export function readRedirectUri(text: string): 'plain' | 'fragment' | 'other' {
  const [uri = '', ...fragment] = text.split('#');
  const [, scheme, host = '', port = '443', path = ''] = absolute.exec(uri) ?? [];
  if (scheme === undefined) return 'other';
  if (fragment.length > 0) return 'fragment';
  const isSafe = scheme === 'https' || loopbacks.has(host);
  const isPort = Number(port) > 0 && Number(port) < 65536;
  return isSafe && isPort && !dotSegment.test(path) ? 'plain' : 'other';
}
