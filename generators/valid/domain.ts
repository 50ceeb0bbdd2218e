import fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Overlay } from '../schema/build-arbitrary.ts';
import { longestPage } from '../request/judge-domain.ts';
import { fixtureName } from '../setup/fixture-client.ts';
import { redirectUri } from '../text/redirect-uri.ts';
import { ordinaryText } from '../text/text.ts';
import { scopeToken } from '../text/characters.ts';

const int32Max = 2 ** 31 - 1;
const scopes = fc.uniqueArray(scopeToken, { minLength: 1, maxLength: 4 });

/** Mostly few entries, at times more than ten. */
function entries(item: fc.Arbitrary<string>): fc.Arbitrary<JsonValue> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.uniqueArray(item, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.uniqueArray(item, { minLength: 11, maxLength: 12 }) },
  );
}

/**
 * Values that mean something to a target, by the JSON pointer of their member in a body's schema. A server has to
 * accept all of them. Values of members that are not listed here come from the schema alone.
 */
const domain: Readonly<Record<string, fc.Arbitrary<JsonValue>>> = {
  '/properties/client_name': ordinaryText({ min: 1 }),
  '/properties/client_description': ordinaryText({ min: 1 }),
  '/properties/redirect_uris': entries(redirectUri),
  '/properties/redirect_uris/items': redirectUri,
  '/properties/default_scopes': entries(scopeToken),
  '/properties/default_scopes/items': scopeToken,
  '/properties/scopes': scopes,
  '/properties/scopes/items': scopeToken,
  // From a minute to a day: no target finds that too short or too long.
  '/properties/expires_in': fc.integer({ min: 60, max: 86_400 }),
  '/properties/length': fc.integer({ min: 1, max: longestPage }),
  '/properties/offset': fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: int32Max })),
  '/properties/sort_attribute': fc.constant('client_name'),
  '/properties/filter': fc.constantFrom(
    'client_name==x',
    `client_name==${fixtureName('client')}`,
    'client_id==x',
  ),
};

/** Replaces the values that the schema alone would allow by those of the domain. */
export const domainOverlay: Overlay = (pointer) =>
  Object.hasOwn(domain, pointer) ? domain[pointer] : undefined;
