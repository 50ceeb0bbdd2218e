import fc from 'fast-check';
import { pathSegment } from './characters.ts';

// Names reserved for examples (RFC 2606, RFC 6761), so that nobody is ever redirected to a real host.
const origins = [
  'https://app.example.com',
  'https://app.example.com:8443',
  'https://a.b.c.example.net:65535',
  // Equal to others for a user agent, but a different text.
  'https://App.Example.com',
  'https://app.example.com:443',
  'https://xn--bcher-kva.example',
  'https://portal.invalid',
  'https://192.0.2.7:8443',
  'http://localhost:3000',
  'http://127.0.0.1:8080',
  'http://[::1]:8080',
];
// These must come back byte for byte: escapes in both cases, reserved characters, trailing and double slashes.
const paths = ['', '/callback', '/caf%C3%A9', '/a%2Fb', '/a%2fb', '/~user;v=1', '/UP/low', '/a//b', '/a,b'];
// Without its trailing slash it is a different URI.
const ends = ['', '', '', '/'];
const queries = [
  '',
  '',
  '?tenant=1',
  '?a=1&b=2',
  '?b=2&a=1',
  '?next=%2Fhome%3Fx%3D1',
  '?q=a+b',
  '?flag',
  '?e=',
];

const withPath = fc
  .tuple(
    fc.constantFrom(...origins),
    fc.constantFrom(...paths),
    pathSegment,
    fc.constantFrom(...ends),
    fc.constantFrom(...queries),
  )
  .map(([origin, path, segment, end, query]) => `${origin}${path}/${segment}${end}${query}`);
// An empty path and a slash are equal for a user agent, but two different texts.
const bare = fc
  .tuple(pathSegment, fc.constantFrom(...ends), fc.constantFrom(...queries))
  .map(([label, end, query]) => `https://${label}.example.com${end}${query}`);

/** Absolute redirect URIs that every server has to accept: https, or http for a loopback host; never a fragment. */
export const redirectUri: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: withPath },
  { weight: 1, arbitrary: bare },
);

/** One URI of each kind: they show whatever a server changes in a URI. */
const redirectUriKinds: readonly string[] = [
  ...origins.map((origin) => `${origin}/origin`),
  ...paths.map((path) => `https://app.example.com${path}/path`),
  ...Array.from(new Set(queries), (query) => `https://app.example.com/query${query}`),
  'https://app.example.com/slash/',
];

/** Several kinds at once, so that few values cover them all. */
export const redirectUrisOfAllKinds: fc.Arbitrary<string[]> = fc.subarray([...redirectUriKinds], {
  minLength: 1,
  maxLength: 12,
});
