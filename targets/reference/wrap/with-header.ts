import type { Answer } from '../answer.ts';

/** The answer with one header added or replaced. */
export function withHeader(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}
