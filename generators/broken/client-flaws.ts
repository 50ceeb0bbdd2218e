import fc from 'fast-check';
import type { Piece, SlotChange } from '../case.ts';
import { slot } from '../request/build-request.ts';
import { editForm, setLastSegment, withPair } from './edit-request.ts';
import type { Edit } from './edit-request.ts';
import { enoughOfList } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { inventedValue } from './opaque-text.ts';

/** Names a client in the path that the target does not have: an invented one, or nearly one that it has. */
export function unknownClientFlaws(): readonly Flaw[] {
  return unknownClients('path', setLastSegment);
}

/** The same in a form. */
export function unknownFormClientFlaws(): readonly Flaw[] {
  return unknownClients('form:client_id', (id) => editForm((pairs) => withPair(pairs, ['client_id', id])));
}

/** Nearly an identifier that the target has, by the last word of the kind of breakage. */
const nearMisses: Readonly<Record<string, readonly SlotChange[]>> = {
  'near-miss': ['truncated', 'padded', 'first-character-changed', 'last-character-changed'],
  'with-blank': ['blank-appended'],
  'in-other-case': ['identifier-case-swapped'],
};

/** What finds a client where an identifier is a pattern, and what objects of a language have without being told. */
const oddIdentifiers: Readonly<Record<string, readonly string[]>> = {
  pattern: ['%'],
  'of-language': ['__proto__', 'constructor', 'toString'],
};

function unknownClients(at: string, name: (id: Piece) => Edit): readonly Flaw[] {
  const flaw = (kind: string, edits: fc.Arbitrary<Edit>, enough: number): Flaw => ({
    breakage: { kind: `client.${kind}`, at },
    aspect: 'client-id',
    expectation: 'refuse',
    enough,
    edits,
  });
  return [
    flaw('unknown', inventedValue().map(name), 12),
    ...Object.entries(oddIdentifiers).map(([kind, ids]) =>
      flaw(kind, fc.constantFrom(...ids).map(name), enoughOfList(ids)),
    ),
    ...Object.entries(nearMisses).map(([kind, changes]) =>
      flaw(
        kind,
        fc.constantFrom(...changes).map((change) => name(slot('client.id', change))),
        enoughOfList(changes),
      ),
    ),
  ];
}
