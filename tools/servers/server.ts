/** A library from a public registry, and how to make an OAuth server of it. */
export interface Server {
  /** Its name on the command line, `npm run servers -- ID…`, and of its folder in `locks/`, which pins every version. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly language: Language;
  /** The folder in `adapters/` that serves it. */
  readonly adapter: string;
  /** What a reader must know to judge its findings fairly. */
  readonly note: string;
  /** Whether its documented set-up asks for consent by `confirm`, as the contract does. */
  readonly ownConsent?: boolean;
}

export type Language = 'Go' | 'Java' | 'Node' | 'Python';
