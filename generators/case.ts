import type { JsonValue } from '../spec/json-schema.ts';
import type { OperationId } from '../spec/operation-ids.ts';
import type { BreakageKind } from './breakage-kind.ts';
import type { StepName } from './step-name.ts';

/**
 * A piece of a request. A string is text that still has to be encoded for its place; a slot is a value that the
 * target chooses during the case (a client id, a code) and stands as its name until the request is rendered;
 * raw text is sent as it is.
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

/** How a request authenticates. Wrong ones are derived from the right ones when the request is rendered. */
export type Credentials =
  | { readonly type: 'valid' }
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

/** A request body. `mediaType` null sends no Content-Type. */
export type BodyTemplate =
  | { readonly type: 'json'; readonly value: JsonValue; readonly mediaType: string | null }
  | {
      readonly type: 'form';
      readonly pairs: readonly (readonly [name: Piece, value: Piece])[];
      readonly mediaType: string | null;
      readonly space: '+' | '%20';
      /** The same pairs written as another media type would have them. Absent: as a form. */
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
  /** Further headers: not Authorization, Content-Type, Content-Length or Host. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly credentials: Credentials;
  readonly body: BodyTemplate | null;
}

/** Where a value for a slot is found in a step's answer. */
export type Capture =
  | { readonly slot: string; readonly from: 'body'; readonly pointer: string }
  | { readonly slot: string; readonly from: 'location'; readonly parameter: string };

/** One request of a case, in the order of the case's steps. */
export interface Step {
  /** Unique in its case, such as `register`, `main` or `read-back`. */
  readonly name: StepName;
  readonly role: 'setup' | 'main' | 'probe';
  readonly operation: OperationId | 'gateway';
  readonly request: RequestTemplate;
  readonly captures: readonly Capture[];
  /** Setup steps with the same key are sent once an operation's run, and their captured values are reused. */
  readonly shared?: string;
  /** Consecutive steps with the same key are sent at the same instant. */
  readonly together?: string;
  /** Milliseconds that pass before the step is sent. */
  readonly waitMs?: number;
}

/**
 * What the contract makes of the main request: `accept` it, `refuse` it with a 4xx and the error model, `either`
 * of the two, or just a `clean` answer (no 5xx, no hang).
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

/** One main request with what must come before it and what is looked at afterwards. Plain JSON. */
export interface Case {
  readonly operation: OperationId;
  /** Which family of cases it is drawn from: unique in its operation, stable over versions. */
  readonly family: string;
  readonly aspect: Aspect;
  readonly expectation: Expectation;
  /** Null for a case that is not broken. */
  readonly breakage: Breakage | null;
  readonly steps: readonly Step[];
}

/** The main step of a case. */
export function mainStep(testCase: Case): Step {
  const main = testCase.steps.find((step) => step.role === 'main');
  if (main === undefined) throw new TypeError(`case of ${testCase.family} has no main step`);
  return main;
}
