import { read } from 'read';
import type { ListedClient } from '../driver/list-clients.ts';
import type { Redactor } from '../driver/redactor.ts';
import type { Sweep } from '../driver/sweep-clients.ts';
import { nameOf } from './describe-sweep.ts';
import { messages } from './terminal.ts';

/** So many names tell what kind of clients they are. */
const shown = 10;

/** Asks at the terminal whether these clients are to be removed. Anything but a yes is a no; so is the end of input. */
export async function confirmRemoval({ removed }: Sweep, redactor: Redactor): Promise<boolean> {
  if (removed.length === 0) return true;
  messages.lines(...question(removed, redactor));
  const answer = await read({ prompt: 'Remove them? [y/N] ', output: messages.stream }).catch(() => '');
  return /^y(?:es)?$/i.test(answer.trim());
}

function question(clients: readonly ListedClient[], redactor: Redactor): readonly string[] {
  const more = clients.length - shown;
  return [
    `${clients.length} clients would be removed. When they were made, and by whom, the target does not tell.`,
    ...clients.slice(0, shown).map((client) => `  ${nameOf(client, redactor)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
