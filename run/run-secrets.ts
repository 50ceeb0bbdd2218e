import type { Proxy } from '../driver/proxy-tunnel.ts';
import type { Identity } from './read-identity.ts';

/** What a run knows and no file may hold: handed from process to process by the environment. */
export interface RunSecrets {
  readonly password: string;
  readonly identity: Identity | null;
  readonly proxy: Proxy | null;
  /** Of the disguises of a recording; null where nothing is recorded. Gone with the run. */
  readonly traceKey: string | null;
}

const secretsVariable = 'PRISM_CONFORMANCE_SECRETS';

/** Lets the processes that this one starts know the secrets. */
export function handOverSecrets(secrets: RunSecrets): void {
  process.env[secretsVariable] = JSON.stringify(secrets);
}

/** The secrets of the run that this process belongs to. */
export function readSecrets(): RunSecrets {
  const text = process.env[secretsVariable];
  if (text === undefined) throw new Error('no run is under way: start the suites by the command');
  return JSON.parse(text) as RunSecrets;
}
