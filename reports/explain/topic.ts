/** A document that is worth reading with what is said: a URL, or a file of this package by its path. */
export interface Link {
  readonly text: string;
  readonly target: string;
}

/** A part of a section: a paragraph, a list, text to be shown as it is, or links. */
export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'items'; readonly items: readonly string[] }
  | {
      readonly type: 'code';
      readonly title: string;
      readonly language: 'http' | 'sh' | 'yaml' | 'json';
      readonly code: string;
    }
  | { readonly type: 'links'; readonly links: readonly Link[] };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** What `explain` says about one thing. It is written as text or as Markdown. */
export interface Topic {
  readonly title: string;
  /** What it is, in one sentence. */
  readonly lead: string;
  readonly sections: readonly Section[];
}

export function text(words: string): Block {
  return { type: 'text', text: words };
}

export function items(list: readonly string[]): Block {
  return { type: 'items', items: list };
}

export function links(...list: readonly Link[]): Block {
  return { type: 'links', links: list };
}
