import type { WireRequest } from '../../driver/exchange.ts';

const utf8 = new TextDecoder();

/** All text of a request, as sent and decoded, to tell what an answer may only be quoting. */
export function requestText({ path, headers, body }: WireRequest): string {
  const content = body === null ? '' : utf8.decode(body);
  const parts = [path, ...headers.map(([, value]) => value), content];
  return [...parts, ...parts.map(decodePercent), content.replaceAll(/\\(["\\/])/g, '$1')].join('\n');
}

function decodePercent(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(/(?:%[0-9a-f]{2})+/gi, (octets) => {
    try {
      return decodeURIComponent(octets);
    } catch {
      return octets;
    }
  });
}
