import type { z } from 'zod';
import type { runOptions } from '../run/options/options.ts';

type RunOptions = typeof runOptions;

/**
 * The options of a run, under the names of the configuration file and with its values. An option that is not given is
 * taken from the environment, then from `conformance.config.*` in the working folder.
 */
export type ConformanceOptions = {
  readonly [Key in keyof RunOptions]?: z.input<RunOptions[Key]['schema']>;
} & {
  /** The password of the user. It is passed on in the environment, never on a command line. */
  readonly password?: string;
};

/** How a command is called. */
export interface CallOptions {
  /** Ends the run in an orderly way: it resolves with what was judged until then. */
  readonly signal?: AbortSignal;
  /** Receives each line of progress and of the summary. Default: they are dropped. */
  readonly log?: (line: string) => void;
  /** The folder in which files are read and written. Default: the working folder. */
  readonly cwd?: string;
}
