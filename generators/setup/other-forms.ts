import { isJsonObject } from '../../spec/json-object.ts';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { RequestTemplate, Step } from '../case.ts';
import { fixtureScope } from './fixture-client.ts';

/** A lawful form of a request that sets a case up, for a target that refuses the usual form. */
export interface SetupForm {
  /** What is unlike the usual form. The same for all requests of an operation. */
  readonly name: string;
  readonly request: RequestTemplate;
}

/** Scopes that targets with a fixed list are likely to know. */
const commonScopes = ['openid', 'read', 'profile'];

/**
 * The other forms of a setup step, the most likely first; none for other steps. Optional parameters are left out, and
 * common scopes take the place of the usual one. A step that chose other scopes itself keeps them.
 */
export function otherForms({ operation, role, request }: Step): readonly SetupForm[] {
  if (role !== 'setup') return [];
  switch (operation) {
    case 'oauth_authorize_post':
      return [['scope'], ['state'], ['scope', 'state']].map((names) => ({
        name: `without ${names.join(' and ')}`,
        request: withoutParameters(request, names),
      }));
    case 'oauth_client_post':
      return scopeForms(request, 'default_scopes');
    case 'oauth_generate_token_post':
      return scopeForms(request, 'scopes');
    default:
      return [];
  }
}

function withoutParameters(request: RequestTemplate, names: readonly string[]): RequestTemplate {
  const { body } = request;
  if (body?.type !== 'form') return request;
  const pairs = body.pairs.filter(([name]) => typeof name !== 'string' || !names.includes(name));
  return { ...request, body: { ...body, pairs } };
}

function scopeForms(request: RequestTemplate, member: string): readonly SetupForm[] {
  const { body } = request;
  if (body?.type !== 'json' || !isJsonObject(body.value) || !isUsual(body.value[member])) return [];
  const { value } = body;
  return [...commonScopes.map((scope) => [scope]), []].map((scopes) => ({
    name: `with ${member} ${JSON.stringify(scopes)}`,
    request: { ...request, body: { ...body, value: { ...value, [member]: scopes } } },
  }));
}

function isUsual(scopes: JsonValue | undefined): boolean {
  return Array.isArray(scopes) && scopes.length === 1 && scopes[0] === fixtureScope;
}
