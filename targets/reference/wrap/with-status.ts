import type { Answer } from '../answer.ts';

/** The envelope of a refusal with another status, in its head and in its code. */
export function withStatus(answer: Answer, status: number): Answer {
  return { ...answer, status, body: { ...answer.body, code: status } };
}
