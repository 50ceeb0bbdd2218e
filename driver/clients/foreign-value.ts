/**
 * Why a value that an answer presents as new is not new. `before`: a client of that id existed before the run.
 * `meanwhile`: it was seen in an answer that arrived before the request was sent. `another`: reading it shows another
 * client. `earlier`: it was issued to an earlier request of ours, or to another client. `inherited`: a client of that id
 * existed before, on a target that belongs to the run. `unread`: nothing proves that it is new.
 */
export const foreignReasons = ['before', 'meanwhile', 'another', 'earlier', 'inherited', 'unread'] as const;

export type ForeignReason = (typeof foreignReasons)[number];

/** A value in an answer that the request did not create. */
export interface ForeignValue {
  /** JSON pointer. */
  readonly at: string;
  readonly why: ForeignReason;
}

/**
 * Whether an answer names somebody else's client, or one that is not proved to be ours. None of its values goes into a
 * request. What an earlier request of ours received is still ours, and so is what the run inherited.
 */
export function namesOthers({ foreign }: { readonly foreign?: readonly ForeignValue[] }): boolean {
  return foreign?.some(({ why }) => why !== 'earlier' && why !== 'inherited') === true;
}

/**
 * Thrown instead of sending a request that names something that is not ours. The message is one line without secrets.
 */
export class WithheldRequest extends Error {
  override readonly name = 'WithheldRequest';
}
