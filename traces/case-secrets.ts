import { answerSecrets } from '../driver/secrets/collect-secrets.ts';
import type { Case, SlotChange } from '../generators/case.ts';
import { changeSlot } from '../generators/request/change-slot.ts';
import { caseLine } from '../suites/engine/case-log.ts';
import type { CaseRun } from '../suites/engine/run-case.ts';

/** The secrets of a case: values that the target gave under the name of a secret. */
export interface CaseSecrets {
  /** Long enough to be searched for everywhere. */
  readonly sought: readonly string[];
  /** Hidden only where they occur under the name of a secret. */
  readonly short: ReadonlySet<string>;
  /** Whether we drew a value ourselves, from a seed that anyone may know. */
  readonly isOurs: (value: string) => boolean;
}

/** Shorter values occur in many texts by chance. */
const shortestSought = 8;

const changes: readonly SlotChange[] = [
  'truncated',
  'case-swapped',
  'first-character-changed',
  'last-character-changed',
];

/** The secrets of a case after its run, with the near misses of them that it sends. */
export function secretsOf(
  testCase: Case,
  { exchanges, slots }: Pick<CaseRun, 'exchanges' | 'slots'>,
): CaseSecrets {
  const line = caseLine(testCase);
  const isOurs = (value: string): boolean =>
    value.length >= shortestSought && line.includes(JSON.stringify(value).slice(1, -1));
  const given = [...exchanges.values()].flatMap(({ response }) =>
    response === null ? [] : answerSecrets(response),
  );
  const values = new Set(given.filter((value) => value !== '' && !isOurs(value)));
  if (line.includes('"change":"')) {
    for (const value of slots.values())
      if (values.has(value)) for (const change of changes) values.add(changeSlot(value, change));
  }
  return {
    sought: [...values].filter(({ length }) => length >= shortestSought),
    short: new Set([...values].filter(({ length }) => length < shortestSought)),
    isOurs,
  };
}
