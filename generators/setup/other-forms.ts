import { isJsonObject } from '../../spec/json-object.ts';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { RequestTemplate, Step } from '../case.ts';
import { fixtureScope } from './fixture-client.ts';

/** A lawful form of a request that sets a case up, for a target that refuses the usual form. */
export interface SetupForm {
  /** What is unlike the usual form. The same for all requests of an operation. */
  readonly name: string;
  /** The request in this form. */
  readonly change: (request: RequestTemplate) => RequestTemplate;
}

/** Without parameters that are optional by the contract. */
const authorizeForms: readonly SetupForm[] = [['scope'], ['state'], ['scope', 'state']].map((names) => ({
  name: `without ${names.join(' and ')}`,
  change: (request) => withoutParameters(request, names),
}));

/** With scopes that targets with a fixed list are likely to know, and with none. */
const scopeForms: readonly SetupForm[] = [['openid'], ['read'], ['profile'], []].map((scopes) => ({
  name: `with the scopes ${JSON.stringify(scopes)}`,
  change: (request) => withScopes(request, scopes),
}));

/**
 * The other forms of a setup step, the most likely first; none for other steps, and none for a step that chose other
 * scopes itself.
 */
export function otherForms({ operation, role, request }: Step): readonly SetupForm[] {
  if (role !== 'setup') return [];
  switch (operation) {
    case 'oauth_authorize_post':
      return authorizeForms;
    case 'oauth_client_post':
    case 'oauth_generate_token_post':
      return scopeMember(request) === undefined ? [] : scopeForms;
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

function withScopes(request: RequestTemplate, scopes: readonly string[]): RequestTemplate {
  const { body } = request;
  const member = scopeMember(request);
  if (member === undefined || body?.type !== 'json' || !isJsonObject(body.value)) return request;
  return { ...request, body: { ...body, value: { ...body.value, [member]: scopes } } };
}

/** The member of a JSON body that has just the usual scope: its name depends on the operation. */
function scopeMember({ body }: RequestTemplate): string | undefined {
  const value = body?.type === 'json' && isJsonObject(body.value) ? body.value : {};
  return ['default_scopes', 'scopes'].find((name) => isUsual(value[name]));
}

function isUsual(scopes: JsonValue | undefined): boolean {
  return Array.isArray(scopes) && scopes.length === 1 && scopes[0] === fixtureScope;
}
