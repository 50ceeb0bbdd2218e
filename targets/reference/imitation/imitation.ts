/** How the body of an answer is changed. */
export type BodyChange =
  /** Sent as it was recorded. */
  | { readonly type: 'recorded'; readonly base64: string }
  /** The reference target's own body, with some members removed and others set. */
  | {
      readonly type: 'own';
      readonly drop: readonly (readonly string[])[];
      readonly set: readonly (readonly [path: readonly string[], value: unknown])[];
      readonly isPretty: boolean;
    };

/** How another build's answer differs from that of the reference target. */
export interface AnswerChange {
  readonly status: number;
  /** Lower-case names. Headers that are not listed are removed, except those of the connection. */
  readonly headers: readonly string[];
  readonly set: Readonly<Record<string, string>>;
  readonly body: BodyChange;
}

/**
 * How another build answers where the reference target has a given outcome: see `outcomeKeys`. Null: the same way.
 * Plain JSON.
 */
export type Imitation = Readonly<Record<string, AnswerChange | null>>;
