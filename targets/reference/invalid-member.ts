import { Refusal } from './refusal.ts';

/** The refusal of a member for its value, with the member named in the details as the contract has it. */
export function invalidMember(name: string, problem: string): Refusal {
  return new Refusal(400, 'VALIDATION_ERROR', problem, {}, { [name]: problem });
}
