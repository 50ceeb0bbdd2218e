import fc from 'fast-check';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Draws text of letters and digits of a length. It does not shrink: a simpler one could be drawn twice, and these
 * stand for what is nowhere else.
 */
export function alphanumeric(length: number): fc.Arbitrary<string> {
  return fc.noShrink(
    fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: length, maxLength: length }),
  );
}

/**
 * Draws values in the shapes that targets give to identifiers, codes and tokens, which no target has given: a
 * UUID, alphanumerics of the lengths that the description's examples have, and others.
 */
export function inventedValue(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.noShrink(fc.uuid({ version: 4 })),
    ...[16, 20, 30].map(alphanumeric),
    ...[12, 43, 64].map(alphanumeric),
  );
}
