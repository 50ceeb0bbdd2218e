import type { Answering, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';

/** Answers a call. */
type Answer = (call: Call) => Answering;

/** The answering with the behaviour's wrappers around it, the first innermost. The lawful behaviour has none. */
export function wrapAll(answering: Answer, context: Context): Answer {
  return context.behaviour.wrappers.reduce<Answer>(
    (next, wrapper) => (call) => wrapper(call, next, context),
    answering,
  );
}
