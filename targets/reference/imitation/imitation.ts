/** How the body of an answer is to be changed. */
export type BodyChange =
  /** Sent as it was recorded. */
  | { readonly type: 'recorded'; readonly base64: string }
  /** The reference's own, with members dropped and others set. */
  | {
      readonly type: 'own';
      readonly drop: readonly (readonly string[])[];
      readonly set: readonly (readonly [path: readonly string[], value: unknown])[];
      readonly isPretty: boolean;
    };

/** An answer of the reference target as another build gives it. */
export interface AnswerChange {
  readonly status: number;
  /** Lower-case names: those that are not listed are left out, but for those of the connection. */
  readonly headers: readonly string[];
  readonly set: Readonly<Record<string, string>>;
  readonly body: BodyChange;
}

/**
 * What another build answers where the reference target answers in a certain way, by outcome: see `outcomeKeys`. Null:
 * the same. Plain JSON.
 */
export type Imitation = Readonly<Record<string, AnswerChange | null>>;
