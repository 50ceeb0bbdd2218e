import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../../../tools/servers/translate.ts';

describe('an error of a library', () => {
  it('is 401 with a challenge if the client is not authenticated, as the contract documents', () => {
    const body = JSON.stringify({ error: 'invalid_client', error_description: 'wrong' });
    const refusal = refusalOf({ status: 400, headers: {}, body });
    expect(refusal).toMatchObject({ status: 401, message: 'invalid_client: wrong' });
    expect(refusal.headers['WWW-Authenticate']).toContain('Basic');
  });

  it('keeps its own status and challenge otherwise', () => {
    const headers = { 'www-authenticate': 'Bearer' };
    expect(refusalOf({ status: 500, headers, body: '<html>' })).toMatchObject({ status: 500, headers: {} });
    expect(refusalOf({ status: 401, headers, body: '' }).headers).toEqual({ 'WWW-Authenticate': 'Bearer' });
  });
});
