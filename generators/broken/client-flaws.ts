import fc from 'fast-check';
import type { BreakageKind } from '../breakage-kind.ts';
import type { Piece, SlotChange } from '../case.ts';
import { entriesOf } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { attackTexts, enoughAttacks } from '../text/attack-texts.ts';
import { inTurn } from '../text/in-turn.ts';
import type { Edit } from './edit-request.ts';
import { editForm, setLastSegment, withPair } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList } from './flaw.ts';
import { inventedValue } from './member.ts';

/** Names a client in the path that the target does not have: an invented id, or a near miss of a real one. */
export function unknownClientFlaws(): readonly Flaw[] {
  return unknownClients('path', setLastSegment);
}

/** The same in a form, where attacks on what looks the client up need no escapes that a gateway may refuse. */
export function unknownFormClientFlaws(): readonly Flaw[] {
  const at = 'form:client_id';
  const name = (id: Piece): Edit => editForm((pairs) => withPair(pairs, ['client_id', id]));
  const attacks = inTurn(...attackTexts).map(name);
  return [...unknownClients(at, name), clientFlaw('client.attack', at, attacks, enoughAttacks)];
}

type KindTable<Value> = Partial<Readonly<Record<BreakageKind, readonly Value[]>>>;

/** Near misses of an identifier that the target has, by the kind of breakage. */
const nearMisses = {
  'client.near-miss': ['truncated', 'padded', 'first-character-changed', 'last-character-changed'],
  'client.with-blank': ['blank-appended'],
  'client.in-other-case': ['identifier-case-swapped'],
} satisfies KindTable<SlotChange>;

/**
 * Identifiers that find a client where the target takes them as a pattern, and property names that objects inherit in
 * some languages.
 */
const oddIdentifiers = {
  'client.pattern': ['%'],
  'client.of-language': ['__proto__', 'constructor', 'toString'],
} satisfies KindTable<string>;

function unknownClients(at: string, name: (id: Piece) => Edit): readonly Flaw[] {
  return [
    clientFlaw('client.unknown', at, inventedValue().map(name), 12),
    ...entriesOf(oddIdentifiers).map(([kind, ids]) =>
      clientFlaw(kind, at, inTurn(...ids).map(name), enoughOfList(ids)),
    ),
    ...entriesOf(nearMisses).map(([kind, changes]) =>
      clientFlaw(
        kind,
        at,
        inTurn(...changes).map((change) => name(slot('client.id', change))),
        enoughOfList(changes),
      ),
    ),
  ];
}

function clientFlaw(kind: BreakageKind, at: string, edits: fc.Arbitrary<Edit>, enough: number): Flaw {
  return { breakage: { kind, at }, aspect: 'client-id', expectation: 'refuse', enough, edits };
}
