import type { Contract } from '../spec/operation.ts';

export function leftOutOf(_contract: Contract): readonly string[] {
  return [];
}
