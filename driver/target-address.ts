import { isIPv4 } from 'node:net';

/** The address of a target: its origin, and the path before every operation. */
export interface TargetAddress {
  /** Scheme, host and port, such as `https://pc.example:9440`. */
  readonly origin: string;
  /** Empty, or with a leading and without a trailing slash. */
  readonly basePath: string;
}

/** Thrown for a text that is not a target address. The message is one line without credentials. */
export class TargetAddressError extends Error {
  override readonly name = 'TargetAddressError';
  readonly code = 'TARGET_ADDRESS';
}

const example = 'expected an address such as https://pc.example:9440';

/**
 * Parses an origin, or an origin with base path. Without a path, or with only a slash, the default base path is used.
 */
export function parseTargetAddress(text: string, defaultBasePath: string): TargetAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  // The scheme is checked in the text, since a URL parser also accepts `https:host` and `https:///host`.
  if (url === null || !/^https?:\/\/[^/]/i.test(text.trim()))
    throw refuse('it is not an http or https address');
  if (url.username !== '' || url.password !== '')
    throw refuse(
      'it holds credentials; give the user name as an option and the password as an environment variable',
    );
  if (/[?#]/.test(text)) throw refuse('it has a query or a fragment');
  const path = url.pathname.replace(/(?<!\/)\/+$/, '');
  return { origin: url.origin, basePath: path === '' ? defaultBasePath : path };
}

/** Whether an origin is on this machine, by its host alone: a name may begin like an address and lead elsewhere. */
export function isLoopbackOrigin(origin: string): boolean {
  // A URL parser writes every IPv4 address in one form, such as 127.0.0.1 for 127.1.
  const { hostname } = new URL(origin);
  return (
    hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))
  );
}

function refuse(reason: string): TargetAddressError {
  return new TargetAddressError(`target: ${reason}; ${example}`);
}
