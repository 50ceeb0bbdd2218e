import type { RequestTemplate, Step } from '../case.ts';

/** A request that every target accepts, with what comes before and after it. What is broken starts from it. */
export interface Scene {
  readonly before: readonly Step[];
  readonly request: RequestTemplate;
  readonly after: readonly Step[];
}
