import type { Answer } from '../answer.ts';

/** The answer without one of its headers. */
export function withoutHeader(answer: Answer, name: string): Answer {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([candidate]) => candidate !== name),
  );
  return { ...answer, headers };
}
