import type { RedactedExchange } from '../../driver/secrets/redacted.ts';
import type { PortableAnswer } from './portable-runtime.ts';

/** What a report shows of an answer, taken apart. */
export function readAnswer({ response }: RedactedExchange): PortableAnswer {
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(response) ?? [];
  if (status === undefined) return { status: null, headers: [], body: '', json: undefined };
  const end = response.indexOf('\n\n');
  const head = end === -1 ? response : response.slice(0, end);
  const body = end === -1 ? '' : response.slice(end + 2);
  const headers = head
    .split('\n')
    .slice(1)
    .map((line): readonly [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
  return { status: Number(status), headers, body, json: parsed(body) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
