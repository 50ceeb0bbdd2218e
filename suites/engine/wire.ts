import type { Exchange } from '../../driver/exchange.ts';
import type { RenderTarget } from '../../generators/request/render-request.ts';
import type { Retries } from './retry/retries.ts';
import type { TakenForms } from './taken-forms.ts';

/** How a case sends requests, and to which target. */
export interface Wire {
  readonly target: RenderTarget;
  readonly send: (request: Exchange['request']) => Promise<Exchange>;
  /** Repeats requests with a transient answer; absent: every first answer counts. */
  readonly repeats?: Retries;
  /** The forms in which the target takes requests that set cases up; absent: only the usual form is sent. */
  readonly forms?: TakenForms;
  /** Waits, and returns whether the whole time passed; absent: nothing cuts the wait short. */
  readonly pause?: (ms: number) => Promise<boolean>;
}
