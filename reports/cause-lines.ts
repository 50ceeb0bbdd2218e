import type { RuleRecord, Verdict } from '../checks/verdict.ts';
import type { Cause } from './causes/cause.ts';
import { counted } from './counted.ts';
import { foundText } from './failure-text.ts';
import { clip } from './printable.ts';
import type { Paint, Tone } from './printable.ts';

/** So many causes get their evidence, and so many a hint as well. More get a line each, so that all are seen at once. */
const shown = { withHint: 5, withEvidence: 8 };
/** Causes that are listed; the findings below name them all. */
const shownCauses = 20;

const tones: Readonly<Partial<Record<Verdict, Tone>>> = {
  fail: 'bad',
  'unexpected pass': 'bad',
  broken: 'bad',
  warn: 'doubtful',
};

/** What is wrong, a cause each: the statement and how many tests it explains, and what shows it. */
export function causeLines(causes: readonly Cause[], width: number, paint: Paint): readonly string[] {
  const more = causes.length - shownCauses;
  return [
    ...causes.slice(0, shownCauses).flatMap((cause, index) => {
      const heading = causeHeading(cause, index + 1, width, paint);
      const below = [evidenceOf(cause), cause.hint].slice(0, linesBelow(causes.length));
      return [heading, ...below.flatMap((text) => (text === '' ? [] : [clip(`   ${text}`, width)]))];
    }),
    ...(more > 0 ? [`${more} more causes below`] : []),
  ];
}

/** Such as `2. FAIL credentials are not checked on 9 of 12 operations (27 tests)`. */
export function causeHeading(
  { verdict, statement, records }: Cause,
  number: number,
  width: number,
  paint: Paint,
): string {
  const beginning = `${number}. ${verdict.toUpperCase()}`;
  const tests = ` (${counted(records.length, 'test')})`;
  const text = clip(`${beginning} ${statement}`, width - tests.length) + tests;
  return paint(tones[verdict] ?? 'faint', text.slice(0, beginning.length)) + text.slice(beginning.length);
}

function linesBelow(causes: number): number {
  if (causes > shown.withEvidence) return 0;
  return causes > shown.withHint ? 1 : 2;
}

function evidenceOf({ lead, finding }: Cause): string {
  if (finding === null) return '';
  return `${lead.operation} ${lead.rule} ${foundText(finding)}`;
}

/** How many causes explain how many tests, such as `2 causes explain 34 fail, 3 broken`; null if there is none. */
export function causesText(causes: readonly Cause[]): string | null {
  if (causes.length === 0) return null;
  const counts = new Map<Verdict, number>();
  for (const { verdict } of causes.flatMap(({ records }): readonly RuleRecord[] => records))
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const tests = [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
  return `${counted(causes.length, 'cause')} behind ${tests}`;
}
