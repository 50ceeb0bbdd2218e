import { isJsonObject } from '../../spec/json-object.ts';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Operation } from '../../spec/operation.ts';
import type { BodyTemplate } from '../case.ts';
import type { Family } from '../family.ts';
import { buildRequest, jsonMediaType } from '../request/build-request.ts';
import { buildArbitrary } from '../schema/build-arbitrary.ts';
import { markClients } from '../setup/mark-client.ts';
import { mainRequestStep } from '../setup/setup-steps.ts';
import { domainOverlay } from './domain.ts';
import { jsonFamilies } from './json-families.ts';
import { validFamily } from './valid-family.ts';

/**
 * Around the limits of 32 bits, beyond the exact integers of a double, and the largest of 64 bits. As text, since no
 * number holds them all.
 */
const largeLifetimes = ['2147483647', '2147483648', '4294967296', '9007199254740993', '9223372036854775807'];

export function generateTokenFamilies(operation: Operation): readonly Family[] {
  const schema = operation.body?.schema ?? true;
  if (schema === false) return [];
  const bodies = markClients(buildArbitrary(schema, domainOverlay), schema);
  return [
    ...jsonFamilies(operation),
    ...largeLifetimes.map((lifetime) =>
      validFamily({
        operation: operation.id,
        name: `large-lifetime:${lifetime}`,
        // A server may treat a lifetime as it likes, as long as it does not fail.
        expectation: 'clean',
        steps: bodies.map((body) => [
          mainRequestStep(operation.id, buildRequest(operation.id, { body: withLifetime(body, lifetime) })),
        ]),
        enough: 3,
      }),
    ),
  ];
}

/** Quotes inside texts are escaped, so that the quoted name occurs only once. */
function withLifetime(body: JsonValue, lifetime: string): BodyTemplate {
  const others = isJsonObject(body) ? body : {};
  const text = JSON.stringify({ ...others, expires_in: 0 }).replace(
    /("expires_in":)0(?=[,}])/,
    `$1${lifetime}`,
  );
  return { type: 'text', text, mediaType: jsonMediaType };
}
