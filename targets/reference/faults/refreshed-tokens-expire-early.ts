import type { Grant } from '../store.ts';
import type { Fault } from './fault.ts';

const livesMs = 2_000;

/** An access token that a refresh gave dies after two seconds, whatever it says. */
export const fault: Fault = {
  id: 'refreshed-tokens-expire-early',
  description: 'An access token that a refresh gave dies after two seconds, whatever it says.',
  trips: ['bearer.later.accepted'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const born = new Map<string, { readonly at: number; readonly isFirst: boolean }>();
    const known = new Set<Grant>();
    const isExpired = behaviour.isExpired;
    behaviour.isExpired = (token) => {
      const { at, isFirst } = born.get(token.value) ?? { at: Date.now(), isFirst: !known.has(token.grant) };
      born.set(token.value, { at, isFirst });
      known.add(token.grant);
      return isExpired(token) || (!isFirst && token.kind === 'access_token' && at + livesMs < Date.now());
    };
  },
};
