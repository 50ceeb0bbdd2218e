import { z } from 'zod';

const stepSchema = z.strictObject({
  /** The name of the step in its case, such as `register`, `main` or `read-back`. */
  step: z.string(),
  request: z.string(),
  /** The answer of the target without a fault, and of the one with it; or why there was none. */
  good: z.string(),
  bad: z.string(),
});

const exampleSchema = z.strictObject({
  /** The fault of the reference target that gave the bad answer. */
  fault: z.string(),
  /** The operation whose suite found it, or `session`. */
  operation: z.string(),
  family: z.string(),
  at: z.string(),
  expected: z.string(),
  actual: z.string(),
  /** The steps of the case up to the one that tells, in the order of sending: method and path, status and reason. */
  steps: z.array(stepSchema),
  /** The step that tells, as HTTP text; two of them if only both together tell. */
  shown: z.array(stepSchema).min(1),
});

/**
 * The smallest case that shows a rule violated, with the answers of the reference target without a fault (good) and with
 * one (bad). Plain JSON. Whatever is chance in them, such as ids and tokens, is replaced by a placeholder.
 */
export type Example = z.infer<typeof exampleSchema>;

/** The file of all examples, by rule id, relative to the package. `npm run examples` writes it. */
export const examplesFile = 'reports/explain/examples.json';

/** Parses the content of the file of examples. */
export function parseExamples(text: string): Readonly<Record<string, Example>> {
  return z.record(z.string(), exampleSchema).parse(JSON.parse(text));
}
