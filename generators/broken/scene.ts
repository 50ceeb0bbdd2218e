import type { RequestTemplate, Step } from '../case.ts';

/** A request that every target accepts, with the steps before and after it. Flaws are applied to it. */
export interface Scene {
  readonly before: readonly Step[];
  readonly request: RequestTemplate;
  readonly after: readonly Step[];
}
