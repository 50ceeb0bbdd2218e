/** What the rules of a subject are good for, and what to look at where one is violated. */
export interface Advice {
  /** What goes wrong for a client or a user if it is violated. One sentence. */
  readonly why: string;
  /** What usually causes it, and how to mend it. One or two sentences. */
  readonly mend: string;
}

/** Advice by rule id, or by its beginning: `area.subject` stands for all rules of the subject. */
export type AdviceTable = Readonly<Record<string, Advice>>;
