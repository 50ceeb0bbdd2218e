import { read } from 'read';
import type { ListedClient } from '../../driver/clients/list-clients.ts';
import type { Redactor } from '../../driver/secrets/redactor.ts';
import type { Sweep } from '../../driver/clients/sweep-clients.ts';
import { clip, printableLine } from '../../reports/printable.ts';
import { messages } from '../../run/terminal.ts';

/** The inputs of a description. */
export interface SweepDescription {
  readonly isDry: boolean;
  /** The ledger files that are kept. */
  readonly ledgers: readonly string[];
  readonly redactor: Redactor;
}

/** Describes what a sweep did or, in a dry run, would have done, line by line, with the ledgers that are kept. */
export function describeSweep(
  { removed, left, doubtful, isComplete }: Sweep,
  { isDry, ledgers, redactor }: SweepDescription,
): readonly string[] {
  const verb = isDry ? 'would remove' : 'removed';
  const counts = [
    isDry ? `${removed.length} would be removed` : `${removed.length} removed`,
    `${left.length} left`,
    ...(doubtful.length === 0 ? [] : [`${doubtful.length} may be ours`]),
  ];
  return [
    ...removed.map((client) => `${verb} ${nameOf(client, redactor)}`),
    ...left.map(
      (client) => `left ${nameOf(client, redactor)}: ${printableLine(redactor.answer(client.reason))}`,
    ),
    ...doubtful.map(
      (client) =>
        `not touched: ${nameOf(client, redactor)}: ${printableLine(redactor.answer(client.reason))}`,
    ),
    ...(isComplete ? [] : ['not all clients could be listed: some may be left']),
    ...(doubtful.length === 0 ? [] : ['of those not touched, remove by hand what is yours']),
    ...ledgers.map((file) => `kept ${printableLine(file)}`),
    counts.join(', '),
  ];
}

/** A client as shown in a line. Names come from the target, so they are never printed unescaped. */
export function nameOf({ id, name }: ListedClient, redactor: Redactor): string {
  const shownId = clip(redactor.answer(id), 120);
  return name === null ? shownId : `${shownId} "${clip(redactor.answer(name), 60)}"`;
}

/** This many names show what kind of clients they are. */
const shown = 10;

/** Asks at the terminal whether to remove these clients. Anything but a yes means no, including the end of input. */
export async function confirmRemoval({ removed }: Sweep, redactor: Redactor): Promise<boolean> {
  if (removed.length === 0) return true;
  messages.lines(...question(removed, redactor));
  const answer = await read({ prompt: 'Remove them? [y/N] ', output: messages.stream }).catch(() => '');
  return /^y(?:es)?$/i.test(answer.trim());
}

function question(clients: readonly ListedClient[], redactor: Redactor): readonly string[] {
  const more = clients.length - shown;
  return [
    `${clients.length} clients would be removed. The target does not say who created them, or when.`,
    ...clients.slice(0, shown).map((client) => `  ${nameOf(client, redactor)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
