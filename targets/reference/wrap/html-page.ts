import type { Answer } from '../answer.ts';

/** The answer as a page of a web framework. */
export function htmlPage(answer: Answer): Answer {
  const page = `<!doctype html><title>${answer.status}</title><h1>${answer.status}</h1>`;
  return {
    ...answer,
    headers: { ...answer.headers, 'Content-Type': 'text/html' },
    payload: page,
  };
}
