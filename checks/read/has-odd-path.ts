import { rememberLast } from '../../spec/remember-last.ts';
import type { WireRequest } from '../../driver/exchange.ts';

/** Longer request targets are refused by common servers (Apache: 8190 octets, others from 2048). */
const longTarget = 2000;

/**
 * Empty and dot segments, encoded slashes and backslashes, and control characters: routers and proxies resolve or
 * refuse them before an operation sees them.
 */
const oddSegment = /\/\/|\/$|\/(?:\.|%2e){1,2}(?:\/|$)|%(?:2f|5c|[01][0-9a-f]|7f)|[\\]/i;

/** Tells whether a gateway may answer for the form of the request target alone, whatever it names. */
export function hasOddPath({ path }: WireRequest): boolean {
  return isOdd(path);
}

/** Remembered, since many rules ask for one answer. */
const isOdd = rememberLast((path) => {
  if (path.length > longTarget) return true;
  const query = path.indexOf('?');
  return oddSegment.test(query === -1 ? path : path.slice(0, query));
});
