/** A mock that could not be installed, started or driven. The message is one line for the reader. */
export class ZooError extends Error {
  readonly code = 'ZOO';
}

/** A third-party mock, and how to make it serve an OpenAPI document. */
export interface Mock {
  /** Its name on the command line: `npm run zoo -- ID…`. */
  readonly id: string;
  readonly name: string;
  /** Its name in `mocks/package.json`, which pins its version. */
  readonly dependency: string;
  /** How the page shows its command. `openapi.yaml` stands for the document. */
  readonly shown: string;
  /** What a reader must know to judge its scores fairly. */
  readonly note: string;
  /** The path under which it serves the operations; empty if it ignores the document's base path. */
  readonly basePath: string;
  /** Whether requests of the suite crash its process. */
  readonly crashes?: boolean;
  /** Cases per polarity. Default: 30. More if answers are random and satisfy a rule only sometimes. */
  readonly runs?: number;
  /** The program and its arguments. Relative paths are relative to `mocks/`. */
  readonly command: (document: string, port: number) => readonly [program: string, ...words: string[]];
}
