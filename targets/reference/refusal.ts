/** Refuses the value of a member. The details name the member, as the contract has it. */
export function invalidMember(name: string, problem: string): Refusal {
  return new Refusal(400, 'VALIDATION_ERROR', problem, {}, { [name]: problem });
}

/**
 * A request that the reference target refuses. Thrown by the code that finds the reason; the gateway answers it with a
 * status envelope. `reason` is a word of the contract's vocabulary and serves as the stable code.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The problems of single members, by name. */
  readonly details: Readonly<Record<string, string>> | null;

  constructor(
    status: number,
    reason: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    details: Readonly<Record<string, string>> | null = null,
  ) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.headers = headers;
    this.details = details;
  }
}
