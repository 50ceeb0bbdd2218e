import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import type { Family } from '../family.ts';
import { readNumber } from '../schema/read-keyword.ts';
import { attackTexts, enoughAttacks } from '../text/attack-texts.ts';
import { inTurn } from '../text/in-turn.ts';
import { packedText } from '../text/difficult-texts.ts';
import { redirectUrisOfAllKinds } from '../text/redirect-uri.ts';
import { oddText } from '../text/text.ts';
import { asJson, membersOf, propertiesOf } from './json-body.ts';
import type { BodyFacts, MakeFamily } from './json-body.ts';

// About three times for each odd character.
const enoughOdd = 60;

// Each difficult text about four times.
export const enoughDifficult = 24;

/** Bodies with many texts and redirect URIs that implementations change; null if no member can hold them. */
export function difficultBodies(
  schema: JsonSchema,
  bodies: fc.Arbitrary<JsonValue>,
): fc.Arbitrary<JsonValue> | null {
  const difficult = [...propertiesOf(schema)].flatMap(([name, member]) => {
    const values = difficultValues(name, member);
    return values === null ? [] : [[name, values] as const];
  });
  if (difficult.length === 0) return null;
  return fc
    .tuple(bodies, fc.record(Object.fromEntries(difficult)))
    .map(([body, members]) => ({ ...membersOf(body), ...members }));
}

/** Text that a server has to keep. */
export function difficultFamilies(
  schema: JsonSchema,
  bodies: fc.Arbitrary<JsonValue>,
  makeFamily: MakeFamily,
): readonly Family[] {
  const difficult = difficultBodies(schema, bodies);
  return difficult === null
    ? []
    : [makeFamily('difficult-text', difficult.map(asJson), { enough: enoughDifficult })];
}

function difficultValues(name: string, schema: JsonSchema): fc.Arbitrary<JsonValue> | null {
  if (name === 'redirect_uris') return redirectUrisOfAllKinds;
  const max = typeof schema === 'object' && isFreeText(schema) ? readNumber(schema, 'maxLength') : undefined;
  return max === undefined ? null : packedText(max);
}

/** Text that a server may refuse but must not fail on: a family for each text member with a meaning of its own. */
export function oddTextFamilies(
  schema: JsonSchema,
  bodies: fc.Arbitrary<JsonValue>,
  makeFamily: MakeFamily,
): readonly Family[] {
  const texts = [...propertiesOf(schema)].filter(
    ([, member]) => typeof member === 'object' && isFreeText(member),
  );
  const family = (kind: string, name: string, values: fc.Arbitrary<string>, facts: BodyFacts): Family =>
    makeFamily(
      `${kind}:/${name}`,
      fc.tuple(bodies, values).map(([body, text]) => asJson({ ...membersOf(body), [name]: text })),
      { ...facts, about: `/${name}` },
    );
  return texts.flatMap(([name, member]) => [
    family('odd-text', name, oddText(), { expectation: 'clean', enough: enoughOdd }),
    // As text they are kept. As a filter or the name of a member they may be refused.
    family('attack-text', name, inTurn(...fitting(attackTexts, member)), {
      expectation: 'either',
      enough: enoughAttacks,
    }),
  ]);
}

function fitting(texts: readonly string[], schema: JsonSchema): readonly string[] {
  const max = typeof schema === 'object' ? (readNumber(schema, 'maxLength') ?? Infinity) : Infinity;
  const short = texts.filter((text) => text.length <= max);
  return short.length === 0 ? [''] : short;
}

function isFreeText(schema: { readonly [keyword: string]: unknown }): boolean {
  return (
    schema['type'] === 'string' &&
    !['enum', 'const', 'pattern', 'format'].some((keyword) => keyword in schema)
  );
}
