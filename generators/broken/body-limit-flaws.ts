import fc from 'fast-check';
import type { BreakageKind } from '../breakage-kind.ts';
import { entriesOf } from '../family.ts';
import { readNumber, readText } from '../schema/read-keyword.ts';
import { longestText } from '../schema/size-limits.ts';
import type { Edit } from './edit-request.ts';
import { editJsonText, setMember } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList, inputFlaw } from './flaw.ts';
import type { Member } from './member.ts';
import { isInteger } from './member.ts';
import { inTurn } from '../text/in-turn.ts';

/** Exceeds a limit that the contract sets for a member of a JSON body: of length, of size, or of precision. */
export function bodyLimitFlaws(members: readonly Member[]): readonly Flaw[] {
  return members.flatMap((member) => [
    ...tooLong(member),
    ...underMinimum(member),
    ...overMaximum(member),
    ...beyondFormat(member),
    ...fraction(member),
  ]);
}

/** Lengths count code points. A text of astral characters has twice as many UTF-16 units when it becomes too long. */
function tooLong({ name, schema }: Member): readonly Flaw[] {
  const limit = readNumber(schema, 'maxLength');
  if (limit === undefined || limit >= longestText) return [];
  const just = limit + 1;
  const repeated = (units: readonly string[], counts: fc.Arbitrary<number>) =>
    fc.tuple(fc.constantFrom(...units), counts).map(([unit, count]) => setMember(name, unit.repeat(count)));
  const at = `/${name}`;
  return [
    inputFlaw('body.too-long.by-one', at, repeated(['a', 'Z', '0'], fc.constant(just))),
    inputFlaw('body.too-long.by-one-astral', at, repeated(['\u{1F511}', '\u{20000}'], fc.constant(just))),
    // Blanks and combining characters count: a target must not trim or compose the text before it checks the length.
    inputFlaw('body.too-long.by-blanks', at, fc.constant(setMember(name, `${'a'.repeat(limit)}  `))),
    inputFlaw(
      'body.too-long.by-combining',
      at,
      fc.constant(setMember(name, 'e\u0301'.repeat(limit / 2 + 1))),
    ),
    ...(limit * 2 > longestText
      ? []
      : [
          inputFlaw(
            'body.too-long.by-far',
            at,
            repeated(['a'], fc.integer({ min: limit * 2, max: longestText })),
          ),
        ]),
  ];
}

function underMinimum({ name, schema }: Member): readonly Flaw[] {
  const minimum = readNumber(schema, 'minimum');
  if (minimum === undefined) return [];
  const flaw = (kind: BreakageKind, values: readonly number[]): Flaw => {
    const edits = inTurn(...values).map((value) => setMember(name, value));
    return inputFlaw(kind, `/${name}`, edits, enoughOfList(values));
  };
  return [
    flaw('body.under-minimum', [minimum - 1]),
    // Some servers take -1 as a request for everything.
    ...(minimum - 1 > -1 ? [flaw('body.under-minimum.minus-one', [-1])] : []),
    flaw('body.under-minimum.by-far', [minimum - 100, -(2 ** 31)]),
  ];
}

function overMaximum({ name, schema }: Member): readonly Flaw[] {
  const maximum = readNumber(schema, 'maximum');
  if (maximum === undefined) return [];
  const values = fc.oneof(fc.constant(maximum + 1), fc.integer({ min: maximum + 1, max: maximum + 1000 }));
  return [
    inputFlaw(
      'body.over-maximum',
      `/${name}`,
      values.map((value) => setMember(name, value)),
      6,
    ),
  ];
}

/** Powers of two: a double holds them exactly, so they are sent exactly as written. */
const beyond = {
  int32: [2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, -(2 ** 31) - 1, -(2 ** 63)],
  int64: [2 ** 63, 2 ** 64, 1e30, -(2 ** 64), -1e30],
} as const;

function beyondFormat({ name: member, schema }: Member): readonly Flaw[] {
  const [format, all] = entriesOf(beyond).find(([name]) => name === readText(schema, 'format')) ?? [];
  if (format === undefined || !isInteger(schema)) return [];
  const minimum = readNumber(schema, 'minimum') ?? Number.NEGATIVE_INFINITY;
  const maximum = readNumber(schema, 'maximum') ?? Number.POSITIVE_INFINITY;
  const values = (all ?? []).filter((value) => value >= minimum && value <= maximum);
  if (values.length === 0) return [];
  const edits = inTurn(...values).map((value) => setMember(member, value));
  return [
    inputFlaw(`body.beyond-${format}`, `/${member}`, edits, enoughOfList(values)),
    inputFlaw(`body.beyond-${format}.digits`, `/${member}`, fc.constant(setDigits(member))),
  ];
}

/** Writes more digits than some languages can convert. */
function setDigits(name: string): Edit {
  const mark = 'conformance-digits';
  const write = editJsonText((text) => text.replace(`"${mark}"`, '9'.repeat(5000)));
  return (request) => write(setMember(name, mark)(request));
}

/** The integer part is valid. 1.0 would be an integer (JSON Schema 2020-12, section 4.2.3). */
function fraction({ name, schema }: Member): readonly Flaw[] {
  if (!isInteger(schema)) return [];
  const parts = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.constantFrom(0.5, 0.25, 0.001));
  return [
    inputFlaw(
      'body.fraction',
      `/${name}`,
      parts.map(([whole, part]) => setMember(name, whole + part)),
    ),
  ];
}
