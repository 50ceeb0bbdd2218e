import type { HttpResponse } from '../../driver/exchange.ts';

/** Tells whether the body begins with the byte order mark of UTF-8. */
export function hasByteOrderMark({ body }: HttpResponse): boolean {
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
}
