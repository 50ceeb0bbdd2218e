import type { Answering, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';

/** Performs an operation for an authenticated call. Throws a `Refusal` where it does not. */
export type Perform = (call: Call, context: Context) => Answering;
