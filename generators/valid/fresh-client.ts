import fc from 'fast-check';
import { fixtureClient } from '../setup/fixture-client.ts';
import type { ClientInput } from '../setup/fixture-client.ts';

/**
 * A fixture client with a name of its own, for cases that change or delete it. Its name does not shrink: a target
 * may refuse a second client of the same name.
 */
export const freshClient: fc.Arbitrary<ClientInput> = fc
  .noShrink(fc.integer({ min: 0, max: 0xffff_ffff }))
  .map((number) => fixtureClient(number.toString(16).padStart(8, '0')));
