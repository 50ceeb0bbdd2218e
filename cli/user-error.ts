/** Exit codes, for scripts that call the command. They do not change without a version step. */
export const exitCodes = {
  conforms: 0,
  violations: 1,
  usage: 2,
  targetNotDriven: 3,
  internal: 4,
  interrupted: 130,
} as const;

/** Something that the user can put right: printed line by line without a stack, with its exit code. */
export class UserError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}
