import type { exitCodes } from '../../run/user-error.ts';
import type { HostileServer } from './hostile-server.ts';
import type { RawRequest } from './raw-request.ts';

/** The outcome of a command against a hostile target. */
export interface EndedRun {
  /** Null if it had to be killed. */
  readonly exitCode: number | null;
  /** Everything it wrote to its terminal, from both streams. */
  readonly output: string;
  readonly durationMs: number;
  /** The time from the signal to its end; null if no signal was sent. */
  readonly afterSignalMs: number | null;
  /** The peak of the resident memory of all its processes together; null if it cannot be measured. */
  readonly peakMiB: number | null;
  /** The working folder, with `result.json` and, if there is a report, `out/`. */
  readonly folder: string;
}

/** A signal that is sent to a run in progress. */
export interface SentSignal {
  readonly name: 'SIGINT' | 'SIGTERM' | 'SIGHUP';
  /** Polled until it returns true, which is when the signal is sent. */
  readonly when: (seen: { readonly requests: readonly RawRequest[]; readonly folder: string }) => boolean;
  /** Whether it is sent again a second later. */
  readonly isTwice?: boolean;
}

/** A way in which a target is hostile, and the required outcome of a run against it. */
export interface HostileBehaviour {
  readonly name: string;
  /** Starts the target. `reference` is the URL of a faithful target that it may proxy. */
  readonly start: (reference: string) => Promise<HostileServer>;
  readonly exit: (typeof exitCodes)[keyof typeof exitCodes];
  /** The rule that must be violated. */
  readonly rule?: string;
  /** What the terminal output must match. */
  readonly says?: RegExp;
  /** The operation to drive. Default: reading a client. */
  readonly operation?: string;
  /** Whether the HTML report is built as well. */
  readonly hasReport?: boolean;
  readonly signal?: SentSignal;
  /** The time limit in milliseconds, from its signal or else from its start. Default: 30 s from its start. */
  readonly withinMs?: number;
  /** Further options of the command. */
  readonly words?: readonly string[];
  /** Further objections to the outcome, one line each. */
  readonly objections?: (ended: EndedRun, server: HostileServer) => Promise<readonly string[]>;
}
