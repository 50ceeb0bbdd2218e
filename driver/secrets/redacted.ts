import { cutQuotations } from '../../spec/quotation.ts';

declare const redacted: unique symbol;

/** Text from which every known secret has been removed. Only `Redactor` makes it. */
export type RedactedText = string & { readonly [redacted]: true };

/** An exchange without secrets, as shown in reports, logs and curl lines. Plain JSON. */
export interface RedactedExchange {
  readonly step: string;
  readonly operation: string;
  /** The request as HTTP text (request line, headers, body), cut if long. */
  readonly request: RedactedText;
  /** The answer as HTTP text, or the failure in one line. */
  readonly response: RedactedText;
  /** A command that repeats the request, with environment variables instead of secrets. */
  readonly curl: RedactedText;
  readonly durationMs: number;
}

/** Cuts what a text quotes by `quoteWhole`. Only takes redacted text: half a secret is not found. */
export function shorten(text: RedactedText): RedactedText {
  return cutQuotations(text) as RedactedText;
}
