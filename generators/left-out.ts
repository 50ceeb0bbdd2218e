import type { Contract } from '../spec/operation.ts';
import { operationIds } from '../spec/operation-ids.ts';
import { whyUnsendable } from './parameters/required-parameters.ts';
import { sendableContract } from './sendable-contract.ts';

/** What a contract describes and no request carries, one line each, with the reason. Answers are judged all the same. */
export function leftOutOf(contract: Contract): readonly string[] {
  const { leftOut } = sendableContract(contract);
  return operationIds.flatMap((id) => {
    const reason = whyUnsendable(contract.operations[id]);
    const parts = (leftOut.get(id) ?? []).map(({ at, reason: why }) => (at === '' ? why : `${at}: ${why}`));
    return [...(reason === null ? [] : [reason]), ...parts].map((part) => `${id}: ${part}`);
  });
}
