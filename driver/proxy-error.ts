/** Why a proxy gave no connection: it is not there, it will not, or the target behind it is not there. */
export type ProxyTrouble = 'unreachable' | 'refused' | 'target';

/** An error of the way through a proxy. Its message holds no byte of the proxy's answer but the status. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly trouble: ProxyTrouble;

  constructor(trouble: ProxyTrouble, message: string) {
    super(message);
    this.trouble = trouble;
  }
}
