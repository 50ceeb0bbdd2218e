import type { Answering, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';

/** Lets what does not fit pass when it is tried again: a check of whether something fits, by what is tried. */
export function onSecondTry(): (attempt: string, fits: boolean) => boolean {
  const tried = new Set<string>();
  return (attempt, fits) => {
    const passes = fits || tried.has(attempt);
    tried.add(attempt);
    return passes;
  };
}

/** Answers a call. */
type Answer = (call: Call) => Answering;

/** The answering with the behaviour's wrappers around it, the first innermost. The lawful behaviour has none. */
export function wrapAll(answering: Answer, context: Context): Answer {
  return context.behaviour.wrappers.reduce<Answer>(
    (next, wrapper) => (call) => wrapper(call, next, context),
    answering,
  );
}
