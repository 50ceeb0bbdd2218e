import type { JsonValue } from '../spec/json-schema.ts';
import type { OperationId } from '../spec/operation-ids.ts';
import type { BreakageKind } from './breakage-kind.ts';
import type { StepName } from './step-name.ts';

/**
 * A piece of a request. A string is text that is encoded for its place. A slot is a value that the target chooses
 * during the case (a client id, a code), held by name until the request is rendered. Raw text is sent as it is.
 */
export type Piece =
  string | { readonly slot: string; readonly change?: SlotChange } | { readonly raw: string };

/** A near miss of a value that the target chose. */
export type SlotChange =
  | 'truncated'
  | 'padded'
  | 'blank-appended'
  | 'unsigned'
  | 'nul-appended'
  | 'case-swapped'
  | 'identifier-case-swapped'
  | 'first-character-changed'
  | 'last-character-changed';

/** How a request authenticates. Wrong credentials are derived from the right ones when the request is rendered. */
export type Credentials =
  /** The scheme is `Basic`, which may be written in any case. */
  | { readonly type: 'valid'; readonly scheme?: string }
  | { readonly type: 'none' }
  | { readonly type: 'wrong-user' }
  | { readonly type: 'wrong-password' }
  | { readonly type: 'empty-password' }
  | { readonly type: 'case-swapped-password' }
  | { readonly type: 'truncated-password' }
  | { readonly type: 'padded-password' }
  | { readonly type: 'blank-padded-password' }
  | { readonly type: 'colon-padded-password' }
  | { readonly type: 'blank-padded-user' }
  | { readonly type: 'other-scheme' }
  | { readonly type: 'basic'; readonly username: Piece; readonly password: Piece }
  | { readonly type: 'header'; readonly value: string }
  | { readonly type: 'bearer'; readonly token: Piece; readonly scheme?: string };

/** A request body. If `mediaType` is null, no Content-Type is sent. */
export type BodyTemplate =
  | { readonly type: 'json'; readonly value: JsonValue; readonly mediaType: string | null }
  | {
      readonly type: 'form';
      readonly pairs: readonly (readonly [name: Piece, value: Piece])[];
      readonly mediaType: string | null;
      readonly space: '+' | '%20';
      /** Writes the same pairs in the syntax of another media type. Absent: as a form. */
      readonly syntax?: 'json' | 'multipart';
    }
  | { readonly type: 'text'; readonly text: string; readonly mediaType: string | null }
  | { readonly type: 'bytes'; readonly base64: string; readonly mediaType: string | null };

/** A request before the values that the target chooses are known. Plain JSON, so a case can be logged and hashed. */
export interface RequestTemplate {
  readonly method: string;
  /** Segments below the base path. */
  readonly path: readonly Piece[];
  readonly query: readonly (readonly [name: Piece, value: Piece])[];
  /** Other headers, without Authorization, Content-Type, Content-Length and Host. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly credentials: Credentials;
  /** The case of all header names that are not the driver's own. Default: as usual. */
  readonly headerCase?: 'lower' | 'upper';
  readonly body: BodyTemplate | null;
}

/** Where in a step's answer the value for a slot is found. */
export type Capture =
  | { readonly slot: string; readonly from: 'body'; readonly pointer: string }
  | { readonly slot: string; readonly from: 'location'; readonly parameter: string };

/** One request of a case. Steps are in the order of sending. */
export interface Step {
  /** Unique in its case, such as `register`, `main` or `read-back`. */
  readonly name: StepName;
  readonly role: 'setup' | 'main' | 'probe';
  readonly operation: OperationId | 'gateway';
  readonly request: RequestTemplate;
  readonly captures: readonly Capture[];
  /** Setup steps with the same key are sent once in the run of an operation, and their captured values are reused. */
  readonly shared?: string;
  /** Consecutive steps with the same key are sent at the same instant. */
  readonly together?: string;
  /** Milliseconds that pass before the step is sent. */
  readonly waitMs?: number;
  /** The step is left out if an earlier one of its case took longer than this, in milliseconds, or was never answered. */
  readonly unlessSlowMs?: number;
  /** The step is sent only if the one before it was answered, and took longer than this, in milliseconds. */
  readonly onlyIfSlowMs?: number;
}

/**
 * What the contract requires of the main request: `accept` it, `refuse` it with a 4xx and the error model, `either` of
 * the two, or just a `clean` answer (no 5xx, no hang).
 */
export type Expectation = 'accept' | 'refuse' | 'either' | 'clean';

/** Which part of a request a case varies or breaks. */
export type Aspect = 'input' | 'client-id' | 'grant' | 'credentials' | 'method' | 'media-type' | 'path';

/** The one way in which a request is broken. */
export interface Breakage {
  readonly kind: BreakageKind;
  /** JSON pointer into the body (`/client_name`), `form:NAME`, `query:NAME`, `path`, `method` or `header:NAME`. */
  readonly at: string;
}

/** One main request with the steps before it and the probes after it. Plain JSON. */
export interface Case {
  readonly operation: OperationId;
  /** The family from which the case is drawn: unique in its operation, stable over versions. */
  readonly family: string;
  readonly aspect: Aspect;
  readonly expectation: Expectation;
  /** Null for a case that is not broken. */
  readonly breakage: Breakage | null;
  readonly steps: readonly Step[];
}

export function mainStep(testCase: Case): Step {
  const main = testCase.steps.find((step) => step.role === 'main');
  if (main === undefined) throw new TypeError(`case of ${testCase.family} has no main step`);
  return main;
}

/** Whether a case is one request of an operation, with what it needs. Otherwise it is a sequence. */
export function isSingleRequest({ family }: Case): boolean {
  return family.startsWith('valid.') || family.startsWith('broken.');
}
