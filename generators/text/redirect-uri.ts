import fc from 'fast-check';
import { pathSegment } from './tokens.ts';

// Names that are reserved for examples (RFC 2606, RFC 6761), so that nothing is ever redirected to anyone.
const origins = fc.constantFrom(
  'https://app.example.com',
  'https://app.example.com:8443',
  'https://a.b.c.example.net:65535',
  // Equal to others for a user agent, and yet another text.
  'https://App.Example.com',
  'https://app.example.com:443',
  'https://xn--bcher-kva.example',
  'https://portal.invalid',
  'https://192.0.2.7:8443',
  'http://localhost:3000',
  'http://127.0.0.1:8080',
  'http://[::1]:8080',
);
// What has to come back byte for byte: escapes in both cases, reserved characters, trailing and double slashes.
const paths = fc.constantFrom(
  '',
  '/callback',
  '/caf%C3%A9',
  '/a%2Fb',
  '/a%2fb',
  '/~user;v=1',
  '/UP/low',
  '/a//b',
);
// A slash that is stripped makes another URI.
const ends = fc.constantFrom('', '', '', '/');
const queries = fc.constantFrom(
  '',
  '',
  '?tenant=1',
  '?a=1&b=2',
  '?next=%2Fhome%3Fx%3D1',
  '?q=a+b',
  '?flag',
  '?e=',
);

const withPath = fc
  .tuple(origins, paths, pathSegment, ends, queries)
  .map(([origin, path, segment, end, query]) => `${origin}${path}/${segment}${end}${query}`);
// An empty path and a slash are one to a user agent, and two texts.
const bare = fc
  .tuple(pathSegment, ends, queries)
  .map(([label, end, query]) => `https://${label}.example.com${end}${query}`);

/** Absolute redirect URIs that every server has to take: https, or http for a loopback host; never a fragment. */
export const redirectUri: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: withPath },
  { weight: 1, arbitrary: bare },
);
