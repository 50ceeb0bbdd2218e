import fc from 'fast-check';

const plain = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'));

/** A short path segment that needs no escape, of enough kinds to tell two URIs apart. */
export const pathSegment: fc.Arbitrary<string> = fc.string({
  unit: plain,
  minLength: 1,
  maxLength: 8,
  size: 'max',
});

/** Scope tokens (RFC 6749 section 3.3) of plain characters, some with the marks that scopes usually have. */
export const scopeToken: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('all', 'read', 'write', 'openid', 'vm:read', 'prism.users', 'urn:x:scope/1', 'a_b-c'),
  pathSegment,
);

/** A value as a server could have made it, such as a code: long enough never to be one that it did make. */
export const inventedToken: fc.Arbitrary<string> = fc.noShrink(
  fc.string({ unit: plain, minLength: 32, maxLength: 32, size: 'max' }),
);
