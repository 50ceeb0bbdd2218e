import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Variant } from './variant.ts';

/** Redirects have a small page as body. */
export const variant: Variant = {
  id: 'redirect-with-page',
  description: 'Redirects have a small page as body.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.status === 302
        ? {
            ...withHeader(answer, 'Content-Type', 'text/html'),
            payload: '<!doctype html><title>Redirecting</title><h1>Redirecting...</h1>',
          }
        : answer,
    );
  },
};
