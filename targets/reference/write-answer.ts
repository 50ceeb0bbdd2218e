import type { ServerResponse } from 'node:http';
import type { TargetAnswer, Rendered } from './answer.ts';

/** As real gateways send them, but with a valid Strict-Transport-Security (RFC 6797 section 6.1). */
const commonHeaders = {
  Server: 'reference',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};

/** Writes an answer to a response. Node itself omits the body for HEAD. */
export function writeAnswer(response: ServerResponse, answer: TargetAnswer): void {
  const write = answer.wire ?? writeRendered;
  write(response, renderAnswer(answer));
}

/** Writes status, headers and body at once. */
export function writeRendered(response: ServerResponse, { status, headers, payload }: Rendered): void {
  response.writeHead(status, headers);
  response.end(payload);
}

function renderAnswer({ status, headers, body, payload }: TargetAnswer): Rendered {
  const bytes = Buffer.from(payload ?? (body === null ? '' : JSON.stringify(body)));
  // A 204 has no Content-Length (RFC 9110 section 8.6).
  const length = status === 204 ? {} : { 'Content-Length': String(bytes.length) };
  return { status, headers: { ...commonHeaders, ...headers, ...length }, payload: bytes };
}
