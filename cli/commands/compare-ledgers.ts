import { writeWhole } from '../../reports/write-whole.ts';
import { behaviour } from '../../traces/behaviour-ledger/behaviour.ts';
import type { BehaviourLedger } from '../../traces/behaviour-ledger/behaviour.ts';
import { compareBehaviour } from '../../traces/behaviour-ledger/compare-behaviour.ts';
import type { BehaviourChange } from '../../traces/behaviour-ledger/compare-behaviour.ts';
import { mebibyte } from '../../spec/read-text.ts';
import { firstIssue, nameOf, parseInput, readInput } from '../../run/read-input.ts';
import { exitCodes, UserError } from '../../run/user-error.ts';
import { messages, output } from '../../run/terminal.ts';

/** The ledger of a run with default options takes about a third of a mebibyte. */
const mostBytes = 32 * mebibyte;

/** The maximum number of answers shown per change. The result file has all of them. */
const shownAnswers = 6;

/** Reports what changed between two behaviour ledgers. The exit code is 0 if nothing changed, else 1. */
export async function compareLedgers(first: string, second: string, result: string | null): Promise<number> {
  const [one, other] = await Promise.all([loadBehaviour(first), loadBehaviour(second)]);
  const { changes, compared, onlyInFirst, onlyInSecond } = compareBehaviour(one, other);
  if (one.contract !== other.contract)
    messages.lines('warning: the two ledgers were made under different contracts');
  if (result !== null) {
    const facts = {
      schemaVersion: 1,
      first: one.build,
      second: other.build,
      compared,
      onlyInFirst,
      onlyInSecond,
    };
    await writeWhole(result, `${JSON.stringify({ ...facts, changes }, null, 2)}\n`);
  }
  const lines = changes.flatMap(describe);
  const known = `${compared} kinds compared, ${onlyInFirst} only in the first, ${onlyInSecond} only in the second`;
  print([...lines, `${changes.length} changed; ${known}`]);
  if (compared === 0) throw new UserError('the two ledgers have no kind of case in common');
  return changes.length === 0 ? exitCodes.conforms : exitCodes.violations;
}

async function loadBehaviour(file: string): Promise<BehaviourLedger> {
  const input = { option: '', file, maxBytes: mostBytes };
  const parsed = behaviour.safeParse(parseInput(input, await readInput(input), 'behaviour ledger'));
  if (parsed.success) return parsed.data;
  throw new UserError(
    `${nameOf(input)}: is not a behaviour ledger of this version: ${firstIssue(parsed.error)}; ` +
      'make one with "record --ledger FILE"',
  );
}

function describe({ operation, kind, gone, come }: BehaviourChange): readonly string[] {
  return [
    `${operation}, ${kind}`,
    ...some(gone).map((value) => `  - ${value}`),
    ...some(come).map((value) => `  + ${value}`),
  ];
}

function some(values: readonly string[]): readonly string[] {
  const rest = values.length - shownAnswers;
  return rest <= 0 ? values : [...values.slice(0, shownAnswers), `… and ${rest} more`];
}

function print(lines: readonly string[]): void {
  output.lines(...lines);
}
