import { familiesOf } from '../generators/families.ts';
import { leftOutOf } from '../generators/left-out.ts';
import { printableLine } from '../reports/printable.ts';
import type { Contract } from '../spec/operation.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import type { GivenOptions } from './run-settings.ts';
import { messages } from './terminal.ts';
import { UserError } from './user-error.ts';

/** More lines would hide the rest. */
const mostLines = 20;

/**
 * Tells what of a document is not sent, before anything is. Throws a UserError if no requests can be made from it: that
 * is a bug of ours, but the command works without this document.
 */
export function prepareFamilies(
  contract: Contract,
  suites: readonly SuiteId[],
  { spec }: GivenOptions,
): void {
  if (spec === undefined) return;
  try {
    for (const suite of suites) familiesOf(contract, suite);
    const lines = leftOutOf(contract).filter((line) => suites.some((suite) => line.startsWith(`${suite}: `)));
    const rest = lines.length - mostLines;
    messages.lines(
      ...lines.slice(0, mostLines).map((line) => `note: not sent: ${line}`),
      ...(rest > 0 ? [`note: not sent: … and ${rest} more`] : []),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new UserError(
      printableLine(`--spec: ${spec}: no requests can be made from it (${reason ?? ''}); please report it`),
    );
  }
}
