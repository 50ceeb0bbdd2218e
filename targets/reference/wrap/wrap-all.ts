import type { Answering, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';

/** Makes a check that lets an attempt pass if it fits, or if it was tried before. */
export function onSecondTry(): (attempt: string, fits: boolean) => boolean {
  const tried = new Set<string>();
  return (attempt, fits) => {
    const passes = fits || tried.has(attempt);
    tried.add(attempt);
    return passes;
  };
}

type Answer = (call: Call) => Answering;

/** Wraps the answering in the behaviour's wrappers, the first one innermost. The lawful behaviour has none. */
export function wrapAll(answering: Answer, context: Context): Answer {
  return context.behaviour.wrappers.reduce<Answer>(
    (next, wrapper) => (call) => wrapper(call, next, context),
    answering,
  );
}
