/**
 * Why a value that an answer hands out as new is none: a client of that id stood there `before` the run, was seen
 * `meanwhile` in an answer that had come before the request was sent, or is `another` when it is read; the value was
 * handed out to an `earlier` request of ours, to another client; or it is `unread`: nothing proves that it is new.
 */
export const foreignReasons = ['before', 'meanwhile', 'another', 'earlier', 'unread'] as const;

/** One of them. */
export type ForeignReason = (typeof foreignReasons)[number];

/** A value in an answer that the request did not make. */
export interface ForeignValue {
  /** JSON pointer. */
  readonly at: string;
  readonly why: ForeignReason;
}

/**
 * Whether an answer tells of somebody else's client, or of one that nothing proves to be ours: nothing of it goes into
 * a request. What an earlier request of ours was given is ours all the same.
 */
export function namesOthers({ foreign }: { readonly foreign?: readonly ForeignValue[] }): boolean {
  return foreign?.some(({ why }) => why !== 'earlier') === true;
}

/** Thrown in place of sending a request that names what is not ours. The message is one line without any secret. */
export class WithheldRequest extends Error {
  override readonly name = 'WithheldRequest';
}
