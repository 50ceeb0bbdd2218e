import { describe, expect, it } from '@jest/globals';
import type { Credentials, RequestTemplate } from '../../../generators/case.ts';
import { buildRequest, slot } from '../../../generators/request/build-request.ts';
import { RenderError } from '../../../generators/request/render-piece.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';

const target = { basePath: '/api/nutanix/v3', username: 'admin', password: 'Se:cret' };
const slots = new Map([
  ['client.id', 'id 1/ü'],
  ['token', 'abc'],
  ['split', 'abc\r\nX-Injected: 1'],
]);
const render = (template: RequestTemplate) => renderRequest(template, slots, target);
const bodyOf = (template: RequestTemplate) => Buffer.from(render(template).body ?? []).toString();

describe('a rendered request', () => {
  it('has the base path, and its path segments percent-encoded', () => {
    expect(render(buildRequest('oauth_client_client_id_get')).path).toBe(
      '/api/nutanix/v3/oauth/client/id%201%2F%C3%BC',
    );
  });

  it('keeps what RFC 3986 does not reserve, and encodes the rest', () => {
    const path = render(buildRequest('oauth_client_client_id_get', { clientId: "A-z.0_9~!'()*;=@" })).path;
    expect(path.split('/').at(-1)).toBe('A-z.0_9~%21%27%28%29%2A%3B%3D%40');
  });

  it('sends raw pieces as they are', () => {
    const template = buildRequest('oauth_client_client_id_get', { clientId: { raw: '..%2f%zz' } });
    expect(render(template).path).toBe('/api/nutanix/v3/oauth/client/..%2f%zz');
  });

  it('encodes plus and space of a query without ambiguity', () => {
    const template = buildRequest('oauth_revoke_token_post', { query: [['token', 'a+b c&d=e']] });
    expect(render(template).path).toBe('/api/nutanix/v3/oauth/revoke_token?token=a%2Bb%20c%26d%3De');
  });

  it.each([
    ['+', 'state=a+b%2Bc&client_id=id+1%2F%C3%BC'],
    ['%20', 'state=a%20b%2Bc&client_id=id%201%2F%C3%BC'],
  ] as const)('writes the spaces of a form as %s', (space, expected) => {
    const body = {
      type: 'form',
      pairs: [
        ['state', 'a b+c'],
        ['client_id', slot('client.id')],
      ],
      mediaType: 'application/x-www-form-urlencoded',
      space,
    } as const;
    expect(bodyOf(buildRequest('oauth_authorize_post', { body }))).toBe(expected);
  });

  it('writes a lone surrogate, which has no UTF-8, as the replacement character', () => {
    expect(bodyOf(buildRequest('oauth_authorize_post', { form: [['state', 'a\uD800b\u{1F600}']] }))).toBe(
      'state=a%EF%BF%BDb%F0%9F%98%80',
    );
  });

  it('has no body and no media type where there is none', () => {
    const wire = render(buildRequest('oauth_revoke_token_post'));
    expect(wire.body).toBeNull();
    expect(wire.headers.map(([name]) => name)).toEqual(['Authorization', 'Accept', 'Accept-Encoding']);
  });

  it('sends no media type where a body is to have none', () => {
    const body = { type: 'text', text: '{}', mediaType: null } as const;
    expect(render(buildRequest('oauth_client_post', { body })).headers.map(([name]) => name)).not.toContain(
      'Content-Type',
    );
  });

  it('sends bytes as they are', () => {
    const body = { type: 'bytes', base64: '/wA=', mediaType: null } as const;
    expect(render(buildRequest('oauth_client_post', { body })).body).toEqual(Buffer.from([255, 0]));
  });

  it('accepts JSON unless the request says otherwise', () => {
    const accepts = (headers: RequestTemplate['headers']) =>
      render(buildRequest('oauth_client_post', { headers })).headers.filter(
        ([name]) => name.toLowerCase() === 'accept',
      );
    expect(accepts([])).toEqual([['Accept', 'application/json']]);
    expect(accepts([['accept', 'text/html']])).toEqual([['accept', 'text/html']]);
  });

  it('accepts no coding unless the request says otherwise', () => {
    const codings = (headers: RequestTemplate['headers']) =>
      render(buildRequest('oauth_client_post', { headers }))
        .headers.filter(([name]) => name.toLowerCase() === 'accept-encoding')
        .map(([, value]) => value);
    expect(codings([])).toEqual(['identity']);
    expect(codings([['accept-encoding', 'gzip']])).toEqual(['gzip']);
  });

  it('throws a typed error for a slot without a value', () => {
    expect(() =>
      render(buildRequest('oauth_revoke_token_post', { query: [['token', slot('nope')]] })),
    ).toThrow(expect.objectContaining({ name: 'RenderError', code: 'slot-missing', at: 'nope' }));
  });
});

describe('rendered credentials', () => {
  const authorization = (credentials: Credentials) =>
    render(buildRequest('oauth_idp_login_get', { credentials })).headers.find(
      ([name]) => name === 'Authorization',
    )?.[1];
  const decoded = (credentials: Credentials) =>
    Buffer.from(authorization(credentials)?.replace('Basic ', '') ?? '', 'base64').toString();

  it('are those of the user by default', () => {
    expect(decoded({ type: 'valid' })).toBe('admin:Se:cret');
  });

  it.each([
    ['wrong-user', 'admin-unknown:Se:cret'],
    ['wrong-password', 'admin:wrong-Se:cret'],
    ['empty-password', 'admin:'],
    ['case-swapped-password', 'admin:sE:CRET'],
  ] as const)('are wrong in the way that %s says', (type, expected) => {
    expect(decoded({ type })).toBe(expected);
  });

  it.each(['wrong-password', 'empty-password', 'case-swapped-password'] as const)(
    'are wrong by %s for a password without letters, too',
    (type) => {
      for (const password of ['', '1234']) {
        const template = (credentials: Credentials) =>
          renderRequest(buildRequest('oauth_idp_login_get', { credentials }), slots, { ...target, password });
        expect(template({ type }).headers).not.toEqual(template({ type: 'valid' }).headers);
      }
    },
  );

  it('may be none, any header, or a Bearer token', () => {
    expect(authorization({ type: 'none' })).toBeUndefined();
    expect(authorization({ type: 'header', value: 'Basic %%%' })).toBe('Basic %%%');
    expect(authorization({ type: 'bearer', token: slot('token') })).toBe('Bearer abc');
    expect(authorization({ type: 'bearer', token: slot('token'), scheme: 'bEARER' })).toBe('bEARER abc');
  });

  it('are never a token that would end its header', () => {
    expect(() => authorization({ type: 'bearer', token: slot('split') })).toThrow(RenderError);
  });
});
