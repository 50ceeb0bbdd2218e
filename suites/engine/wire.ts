import type { Exchange } from '../../driver/exchange.ts';
import type { RenderTarget } from '../../generators/request/render-request.ts';
import type { Retries } from './retry/retries.ts';

/** What a case needs of the world: a way to send, and where to. */
export interface Wire {
  readonly target: RenderTarget;
  readonly send: (request: Exchange['request']) => Promise<Exchange>;
  /** Sends again what a gateway has turned away for a moment; absent: every first answer counts. */
  readonly repeats?: Retries;
  /** Waits, and tells whether it did so to the end; absent: nothing cuts it short. */
  readonly pause?: (ms: number) => Promise<boolean>;
}
