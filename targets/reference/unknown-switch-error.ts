/** Told to install a fault or a variant that does not exist. */
export class UnknownSwitchError extends Error {
  readonly code = 'UNKNOWN_SWITCH';
  readonly id: string;

  constructor(id: string) {
    super(`no fault or variant is called ${id}`);
    this.name = 'UnknownSwitchError';
    this.id = id;
  }
}
