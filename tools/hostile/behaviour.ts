import type { exitCodes } from '../../run/user-error.ts';
import type { HostileServer } from './hostile-server.ts';
import type { RawRequest } from './raw-request.ts';

/** What a command did against a hostile target. */
export interface EndedRun {
  /** Null where it had to be killed. */
  readonly exitCode: number | null;
  /** What it wrote to its terminal, both streams. */
  readonly output: string;
  readonly durationMs: number;
  /** From the signal that it was sent to its end; null where it was sent none. */
  readonly afterSignalMs: number | null;
  /** Resident memory of all its processes together, at their highest; null where it cannot be told. */
  readonly peakMiB: number | null;
  /** The working folder: `result.json` and, where there is a report, `out/`. */
  readonly folder: string;
}

/** What a run is sent from outside while it goes on. */
export interface SentSignal {
  readonly name: 'SIGINT' | 'SIGTERM' | 'SIGHUP';
  /** Looked at again and again: the moment for it. */
  readonly when: (seen: { readonly requests: readonly RawRequest[]; readonly folder: string }) => boolean;
  /** Whether it is sent once more a second later. */
  readonly isTwice?: boolean;
}

/** A way in which a target is hostile, and what a run against it has to come to. */
export interface HostileBehaviour {
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
  readonly signal?: SentSignal;
  /** Within how many milliseconds of its signal, or else of its start, it has to end. Default: 30 s of its start. */
  readonly withinMs?: number;
  /** Further options of the command. */
  readonly words?: readonly string[];
  /** What else speaks against the outcome, one line each. */
  readonly objections?: (ended: EndedRun, server: HostileServer) => Promise<readonly string[]>;
}
