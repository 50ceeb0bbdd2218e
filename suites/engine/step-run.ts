import type { Exchange } from '../../driver/exchange.ts';

/** The result of a step; kept for steps that cases share. */
export interface StepRun {
  readonly exchange: Exchange;
  readonly captured: ReadonlyMap<string, string>;
}
