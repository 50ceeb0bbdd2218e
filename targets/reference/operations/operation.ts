import type { Answering, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';

/** Performs an operation for an authenticated call. Throws a `Refusal` to refuse it. */
export type Perform = (call: Call, context: Context) => Answering;
