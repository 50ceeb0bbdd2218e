import type { exitCodes } from '../../cli/user-error.ts';
import type { HostileServer } from './hostile-server.ts';

/** What a command did against a hostile target. */
export interface Ended {
  /** Null where it had to be killed. */
  readonly exitCode: number | null;
  /** What it wrote to its terminal, both streams. */
  readonly output: string;
  readonly durationMs: number;
  /** Resident memory of all its processes together, at their highest; null where it cannot be told. */
  readonly peakMiB: number | null;
  /** The working folder: `result.json` and, where there is a report, `out/`. */
  readonly folder: string;
}

/** A way in which a target is hostile, and what a run against it has to come to. */
export interface Behaviour {
  readonly name: string;
  /** Starts the target. `reference` is the URL of a faithful one to stand in front of. */
  readonly start: (reference: string) => Promise<HostileServer>;
  readonly exit: (typeof exitCodes)[keyof typeof exitCodes];
  /** The rule that has to be violated. */
  readonly rule?: string;
  /** What the terminal has to say. */
  readonly says?: RegExp;
  /** The operation that is driven. Default: the reading of a client. */
  readonly operation?: string;
  /** Whether the HTML report is made too. */
  readonly hasReport?: boolean;
  /** Further options of the command. */
  readonly words?: readonly string[];
  /** What else speaks against the outcome, one line each. */
  readonly objections?: (ended: Ended, server: HostileServer) => Promise<readonly string[]>;
}
