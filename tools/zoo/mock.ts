/** A mock that could not be installed, started or driven. The message is one line for the reader. */
export class ZooError extends Error {
  readonly code = 'ZOO';
}

/** A mock that nobody of this project wrote, and how it is made to serve an OpenAPI document. */
export interface Mock {
  /** Its name on the command line: `npm run zoo -- ID…`. */
  readonly id: string;
  readonly name: string;
  /** Its name in `mocks/package.json`, which pins its version. */
  readonly dependency: string;
  /** How it is called there, for the page: what stands for the document is `openapi.yaml`. */
  readonly shown: string;
  /** What a reader has to know to judge its scores fairly. */
  readonly note: string;
  /** Under which path it serves the operations: the empty text where it leaves out the base path of the document. */
  readonly basePath: string;
  /** Whether requests of the suite end its process. */
  readonly crashes?: boolean;
  /** Cases of each polarity. Default: 30. More where answers are made up by chance, and keep a rule now and then. */
  readonly runs?: number;
  /** The program and its words; relative paths are relative to `mocks/`. */
  readonly command: (document: string, port: number) => readonly [program: string, ...words: string[]];
}
