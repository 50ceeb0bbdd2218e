import type { Contract } from '../spec/operation.ts';
import { sendableContract } from './sendable-contract.ts';

/** What a contract describes and no request carries, one line each, with the reason. Answers are judged all the same. */
export function leftOutOf(contract: Contract): readonly string[] {
  return [...sendableContract(contract).leftOut].flatMap(([id, parts]) =>
    parts.map(({ at, reason }) => `${id}: ${at === '' ? '' : `${at}: `}${reason}`),
  );
}
