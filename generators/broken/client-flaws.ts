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

const nearMisses: readonly SlotChange[] = [
  'truncated',
  'padded',
  'blank-appended',
  'identifier-case-swapped',
  'first-character-changed',
  'last-character-changed',
];

/** What finds a client where an identifier is a pattern, and what objects of a language have without being told. */
const oddIdentifiers = ['%', '*', '__proto__', 'constructor', 'toString'];

function unknownClients(at: string, name: (id: Piece) => Edit): readonly Flaw[] {
  const flaw = { aspect: 'client-id', expectation: 'refuse' } as const;
  const near = fc.constantFrom(...nearMisses).map((change) => name(slot('client.id', change)));
  return [
    { ...flaw, breakage: { kind: 'client.unknown', at }, enough: 12, edits: inventedValue().map(name) },
    {
      ...flaw,
      breakage: { kind: 'client.odd', at },
      enough: enoughOfList(oddIdentifiers),
      edits: fc.constantFrom(...oddIdentifiers).map(name),
    },
    { ...flaw, breakage: { kind: 'client.near-miss', at }, enough: enoughOfList(nearMisses), edits: near },
  ];
}
