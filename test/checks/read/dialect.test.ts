import { describe, expect, it } from '@jest/globals';
import { dialectOf } from '../../../checks/read/dialect.ts';

function answer(text: string): Parameters<typeof dialectOf>[0] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const body = new TextEncoder().encode(text);
  return { status: 400, headers: new Map(), body, isCut: false, text, json };
}

describe('the form of an error', () => {
  it.each([
    ['{"state":"ERROR","code":401,"message_list":[]}', 'status envelope'],
    ['{"message_list":[]}', 'status envelope'],
    ['{"error":"invalid_grant","error_description":"x"}', 'RFC 6749 error'],
    ['{"error":"Request validation failed","violations":[]}', 'framework message'],
    ['{"error":"Unauthorized"}', 'framework message'],
    ['{"statusCode":404,"error":"Not Found","message":"no route"}', 'framework message'],
    ['{"message":"The requested URL was not found."}', 'framework message'],
    ['{"detail":"Not Found"}', 'framework message'],
    ['{"type":"about:blank","title":"Not Found","status":404,"detail":"x"}', 'problem details'],
    ['{"code":602}', 'other JSON'],
    ['null', 'other JSON'],
    ['[]', 'other JSON'],
    [' <html>', 'HTML'],
    ['Internal Server Error', 'text'],
    ['', 'empty'],
  ])('%s is %s', (text, dialect) => {
    expect(dialectOf(answer(text))).toBe(dialect);
  });

  it('of bytes that are no text is text', () => {
    expect(dialectOf({ ...answer('x'), body: Uint8Array.of(0xff), text: null, json: undefined })).toBe(
      'text',
    );
  });
});
