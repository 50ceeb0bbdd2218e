import { describe, expect, it } from '@jest/globals';
import { plainRequest } from '../../driver/plain-request.ts';

const read = {
  method: 'GET',
  path: '/oauth/client/{client_id}',
  query: [['api', 'a b']],
  headers: [['X-Mode', 'fast']],
} as const;
const login = { basePath: '/v3', username: 'u', password: 'p', required: [read] };

describe('a request outside of any case', () => {
  it('has what the contract requires of its operation', () => {
    const { path, headers } = plainRequest(login, 'GET', '/oauth/client/some-id');
    expect(path).toBe('/v3/oauth/client/some-id?api=a%20b');
    expect(headers).toContainEqual(['X-Mode', 'fast']);
  });

  it.each([
    ['DELETE', '/oauth/client/some-id'],
    ['GET', '/oauth/client'],
    ['GET', '/oauth/client/some-id/more'],
  ])('has nothing of another operation: %s %s', (method, path) => {
    const request = plainRequest(login, method, path);
    expect(request.path).toBe(`/v3${path}`);
    expect(request.headers).not.toContainEqual(['X-Mode', 'fast']);
  });
});
