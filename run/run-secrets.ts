import type { Proxy } from '../driver/proxy-tunnel.ts';
import type { Identity } from './read-identity.ts';

/** Secrets of a run that no file may contain. They are passed between processes in the environment. */
export interface RunSecrets {
  readonly password: string;
  readonly identity: Identity | null;
  readonly proxy: Proxy | null;
  /** The key for disguising values in a recording; null if nothing is recorded. Discarded after the run. */
  readonly traceKey: string | null;
}

const secretsVariable = 'PRISM_CONFORMANCE_SECRETS';

/** Passes the secrets to processes that this one starts, until {@link forgetSecrets} is called. */
export function handOverSecrets(secrets: RunSecrets): void {
  process.env[secretsVariable] = JSON.stringify(secrets);
}

/** After a run, its process may go on with other work, such as the tests of another Jest project. */
export function forgetSecrets(): void {
  Reflect.deleteProperty(process.env, secretsVariable);
}

/** The secrets of the run that this process belongs to. */
export function readSecrets(): RunSecrets {
  const text = process.env[secretsVariable];
  if (text === undefined) throw new Error('no run is under way');
  return JSON.parse(text) as RunSecrets;
}
