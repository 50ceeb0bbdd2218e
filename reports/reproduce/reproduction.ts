import type { RuleRecord, Finding } from '../../checks/verdict.ts';
import type { Capture, SlotChange, Step } from '../../generators/case.ts';
import type { RuleFacts } from '../rule-facts.ts';

/**
 * A value that is known only when a request is sent: what the target chose, such as `client.id`; `username` and
 * `password`; or `mark`, 10 characters that tell the clients of one execution from all others.
 */
export interface Blank {
  readonly slot: string;
  /** The near miss of the value that is sent; null for the value itself. */
  readonly change: SlotChange | null;
  /** How it is written: as it is, percent-encoded, or percent-encoded with `+` for a blank. */
  readonly written: 'plain' | 'percent' | 'plus';
}

/** A text with values that are not known yet. Literal text is written as it is. */
export type Text = readonly (string | Blank)[];

/** A request that any HTTP client can send. It has no secret in it. */
export interface PortableRequest {
  readonly method: string;
  /** Path and query below the base path of the target. */
  readonly path: Text;
  /** All headers but Host, Content-Length and that of `user`. */
  readonly headers: readonly (readonly [name: string, value: Text])[];
  /** The user and password of Basic credentials, before they are encoded, with the header and scheme as written. */
  readonly user: { readonly header: string; readonly scheme: string; readonly text: Text } | null;
  /** Bytes that are no text have `mark`, in any letter case, where the mark of an execution belongs. */
  readonly body: Text | { readonly base64: string; readonly mark: string } | null;
}

/** One request of a case. */
export interface PortableStep {
  readonly name: string;
  readonly role: Step['role'];
  readonly request: PortableRequest;
  readonly captures: readonly Capture[];
  readonly waitMs: number;
  /** Whether its answer may name a client that it has created. */
  readonly creates: boolean;
}

/** What shows a violation in the answer to one step. */
export type Check = { readonly step: string } & Sign;

export type Sign =
  /** No whole answer comes, to this step or to one before it. */
  | { readonly sign: 'no answer' }
  /**
   * A status that none of the patterns (`401`, `4xx`) matches. A redirect with an error counts as a 4xx, unless
   * `isPlain`.
   */
  | { readonly sign: 'status not'; readonly lawful: readonly string[] }
  /** A status that one of the patterns matches. A redirect with an error counts as a 4xx. */
  | { readonly sign: 'status'; readonly seen: readonly string[] }
  | { readonly sign: 'header absent'; readonly name: string }
  /** A value of the header is this text, in which null stands for any text. */
  | { readonly sign: 'header'; readonly name: string; readonly seen: readonly (string | Blank | null)[] }
  /** The header is a URI without, or with, this parameter. */
  | {
      readonly sign: 'parameter absent' | 'parameter present';
      readonly header: string;
      readonly parameter: string;
    }
  /** The value at a place in the body is this JSON text, or there is none. */
  | { readonly sign: 'member'; readonly pointer: string; readonly seen: Text | null }
  | { readonly sign: 'member not'; readonly pointer: string; readonly lawful: Text }
  /** The number at a place is outside of these limits, or is none. */
  | {
      readonly sign: 'number outside';
      readonly pointer: string;
      readonly least: number;
      readonly most: number;
    }
  /** The value at a place is of another JSON type. */
  | { readonly sign: 'type not'; readonly pointer: string; readonly lawful: MemberType }
  /** The array at a place has entries. */
  | { readonly sign: 'filled'; readonly pointer: string }
  | { readonly sign: 'body empty' }
  /** Headers or body contain one of these texts. */
  | { readonly sign: 'answer contains'; readonly texts: readonly Text[] };

export type MemberType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** A finding that can be shown without this suite. */
export interface Reproduction {
  readonly record: RuleRecord;
  readonly facts: RuleFacts;
  readonly finding: Finding;
  /** The base path of the target on which it was found, for an address without one. */
  readonly basePath: string;
  /** The command that replays its case. */
  readonly replay: string;
  readonly steps: readonly PortableStep[];
  readonly check: Check;
}

/** A finding that cannot be shown without this suite, and why, in one line. */
export interface Unshown {
  readonly record: RuleRecord;
  readonly finding: Finding;
  readonly replay: string;
  readonly reason: string;
}

export function isShown(one: Reproduction | Unshown): one is Reproduction {
  return 'check' in one;
}

/** Whether a body is text, and not bytes. */
export function isText(body: PortableRequest['body']): body is Text {
  return Array.isArray(body);
}

/** Everything in a request that is known only when it is sent. */
export function blanksOf({ path, headers, user, body }: PortableRequest): readonly Blank[] {
  const texts = [path, ...headers.map(([, value]) => value), user?.text ?? [], isText(body) ? body : []];
  return texts.flat().filter((part) => typeof part === 'object');
}
