import type { Operation } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { jsonFamilies } from './json-families.ts';

/** Valid generations of tokens. */
export function generateTokenFamilies(operation: Operation): readonly Family[] {
  return jsonFamilies(operation);
}
