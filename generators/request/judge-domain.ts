import type { Oddity } from './finding.ts';
import { readRedirectUri } from './decode-parts.ts';

type Judge = (value: unknown, at: string) => readonly Oddity[];

// RFC 6749 section 3.3: scope-token.
const scopeToken = /^[\x21\x23-\x5B\x5D-\x7E]+$/;
const scopeList = /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/;
// One comparison of a member that every target has. A server may refuse other FIQL.
const plainFiql = /^(?:client_name|client_id)==[A-Za-z0-9_*-]+$/;
// One year: a server may refuse or shorten a longer lifetime.
const longestLifetime = 31_536_000;
/** The greatest length that any build of the description names. A server may refuse a greater one. */
export const longestPage = 500;

const judges: Readonly<Record<string, Judge>> = {
  redirect_uris: eachOf(judgeRedirectUri),
  default_scopes: eachOf(judgeScope),
  // A token without a scope is useless, so a server may refuse to issue one.
  scopes: (value, at) => [
    ...eachOf(judgeScope)(value, at),
    ...unless(!Array.isArray(value) || value.length > 0, at, 'no scope'),
  ],
  scope: (value, at) => unless(scopeList.test(String(value)), at, 'not a list of scope tokens'),
  filter: (value, at) => unless(plainFiql.test(String(value)), at, 'not plain FIQL'),
  sort_attribute: (value, at) =>
    unless(value === 'client_name', at, 'a sort attribute that a target may not know'),
  length: (value, at) => unless(Number(value) <= longestPage, at, 'a longer page than builds have had'),
  expires_in: (value, at) =>
    unless(Number(value) > 0 && Number(value) <= longestLifetime, at, 'no sensible lifetime'),
};

/**
 * Judges a value by the meaning of its member. Only for values that fit the schema. Finds values that a server may
 * refuse although the schema allows them, and redirect URIs with a fragment, which it must refuse.
 */
export function judgeDomain(member: string, value: unknown, at: string): readonly Oddity[] {
  return Object.hasOwn(judges, member) ? (judges[member]?.(value, at) ?? []) : [];
}

function eachOf(judge: Judge): Judge {
  return (value, at) => {
    if (!Array.isArray(value)) return [];
    const items: readonly unknown[] = value;
    return [
      ...items.flatMap((item, index) => judge(item, `${at}/${index}`)),
      ...unless(new Set(items).size === items.length, at, 'a repeated entry'),
    ];
  };
}

function judgeRedirectUri(value: unknown, at: string): readonly Oddity[] {
  const kind = readRedirectUri(String(value));
  if (kind === 'fragment') return [{ label: 'invalid', at, reason: 'a redirect URI with a fragment' }];
  return unless(kind === 'plain', at, 'a redirect URI that a server may refuse');
}

function judgeScope(value: unknown, at: string): readonly Oddity[] {
  return unless(scopeToken.test(String(value)), at, 'not a scope token');
}

function unless(isFine: boolean, at: string, reason: string): readonly Oddity[] {
  return isFine ? [] : [{ label: 'neither', at, reason }];
}
