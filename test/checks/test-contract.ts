import { loadBundledContract } from '../../spec/load-contract.ts';
import type { Contract } from '../../spec/operation.ts';

let loading: Promise<Contract> | undefined;

/** The project's own contract, loaded once per test file. */
export function testContract(): Promise<Contract> {
  loading ??= loadBundledContract();
  return loading;
}
