import { Buffer } from 'node:buffer';

/** A proxy between us and a target. */
export interface Proxy {
  readonly hostname: string;
  readonly port: number;
  /** Whether the way to the proxy itself is TLS. */
  readonly isTls: boolean;
  /** What its `Proxy-Authorization` holds: a secret; null where it asks for nothing. */
  readonly authorization: string | null;
}

/** Reads the address of a proxy; null for a text that is none. */
export function parseProxy(text: string): Proxy | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:\/\/[^/]/i.test(text.trim())) return null;
  if (url.pathname !== '/' || /[?#]/.test(text)) return null;
  const isTls = url.protocol === 'https:';
  const defaultPort = isTls ? 443 : 80;
  return {
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? defaultPort : Number(url.port),
    isTls,
    authorization: url.username === '' && url.password === '' ? null : basic(url),
  };
}

function basic({ username, password }: URL): string {
  const credentials = `${decode(username)}:${decode(password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** A bad escape leaves its text as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
