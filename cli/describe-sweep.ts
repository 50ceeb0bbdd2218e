import type { ListedClient } from '../driver/list-clients.ts';
import type { Sweep } from '../driver/sweep-clients.ts';
import { clip, printableLine } from '../reports/printable.ts';

/** What a sweep did or, where it was dry, would have done, line by line, with the ledgers that stay. */
export function describeSweep(
  { removed, left, doubtful, isComplete }: Sweep,
  { isDry, ledgers }: { readonly isDry: boolean; readonly ledgers: readonly string[] },
): readonly string[] {
  const verb = isDry ? 'would remove' : 'removed';
  const counts = [
    isDry ? `${removed.length} would be removed` : `${removed.length} removed`,
    `${left.length} left`,
    ...(doubtful.length === 0 ? [] : [`${doubtful.length} may be ours`]),
  ];
  return [
    ...removed.map((client) => `${verb} ${nameOf(client)}`),
    ...left.map((client) => `left ${nameOf(client)}: ${printableLine(client.reason)}`),
    ...doubtful.map((client) => `not touched: ${nameOf(client)}: ${printableLine(client.reason)}`),
    ...(isComplete ? [] : ['not all clients could be listed: what only the list tells of may be left']),
    ...(doubtful.length === 0 ? [] : ['what was not touched: remove by hand what is yours']),
    ...ledgers.map((file) => `kept ${printableLine(file)}`),
    counts.join(', '),
  ];
}

/** A client as a line shows it. Names are the target's: nothing in them reaches the terminal as it is. */
export function nameOf({ id, name }: ListedClient): string {
  return name === null ? clip(id, 120) : `${clip(id, 120)} "${clip(name, 60)}"`;
}
