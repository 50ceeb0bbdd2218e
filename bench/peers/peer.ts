/** What a tool is asked to do: test one target, as long as it may. */
export interface PeerVisit {
  /** Origin with base path. */
  readonly target: string;
  readonly username: string;
  readonly password: string;
  readonly seed: number;
  /** The process is killed after it; null where it may take as long as it wants. */
  readonly seconds: number | null;
  /** For the files that the tool writes. What it prints is in `printed` there. */
  readonly folder: string;
}

export interface Start {
  readonly command: readonly [program: string, ...words: string[]];
  readonly environment: Readonly<Record<string, string>>;
}

/** A tool that tests an implementation against `spec/openapi.yaml`. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** How it is called, for a reader of the page. */
  readonly shown: string;
  readonly install: () => Promise<void>;
  readonly start: (visit: PeerVisit) => Start;
  /**
   * What failed, each failure as a text that is the same for the same failure of another run. Empty where the tool was
   * ended before it told of any.
   */
  readonly readFailures: (folder: string) => Promise<readonly string[]>;
}

/** The name of the file with what a tool prints. */
export const printed = 'printed';
