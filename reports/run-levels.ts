import { mockLevelOf } from '../checks/classification.ts';
import { mockLevels } from '../checks/rule-fields.ts';
import type { MockLevel } from '../checks/rule-fields.ts';
import type { RuleRecord, Verdict } from '../checks/verdict.ts';
import { worstVerdict } from './roll-up.ts';
import { runFinished } from './rule-facts.ts';

/** What a run says about the levels of a mock. */
export interface RunLevels {
  /** The first level that fails or could not be judged; null if there is none. */
  readonly firstFailing: MockLevel | null;
  /** The worst verdict among the rules of each level. */
  readonly verdicts: Readonly<Record<MockLevel, Verdict>>;
}

const failing: readonly Verdict[] = ['fail', 'unexpected pass', 'broken'];

/** Which levels of a mock a target reaches, according to the verdicts of the rules. */
export function runLevels(records: readonly RuleRecord[]): RunLevels {
  const worst = (level: MockLevel): Verdict =>
    worstVerdict(
      records
        .filter(({ rule }) => rule !== runFinished.id && mockLevelOf(rule) === level)
        .map(({ verdict }) => verdict),
    );
  const verdicts = {
    shape: worst('shape'),
    validation: worst('validation'),
    memory: worst('memory'),
    OAuth: worst('OAuth'),
  };
  const firstFailing = mockLevels.find((level) => failing.includes(verdicts[level])) ?? null;
  return { firstFailing, verdicts };
}

/** A level of a mock, and whether a target reaches it, as the end of a sentence. */
export interface ToldLevel {
  readonly level: MockLevel;
  readonly verdict: Verdict;
  readonly words: string;
}

/** The levels of a mock in words, the lowest first. */
export function toldLevels(records: readonly RuleRecord[]): readonly ToldLevel[] {
  const { verdicts } = runLevels(records);
  return mockLevels.map((level) => ({
    level,
    verdict: verdicts[level],
    words: levelWords[verdicts[level]],
  }));
}

export function levelsLine(records: readonly RuleRecord[]): string {
  const { firstFailing } = runLevels(records);
  const told = toldLevels(records)
    .map(({ level, words }) => `${level} ${words}`)
    .join(', ');
  return `levels: ${told}${firstFailing === null ? '' : `; first to fail: ${firstFailing}`}`;
}

const levelWords: Readonly<Record<Verdict, string>> = {
  pass: 'holds',
  note: 'holds',
  warn: 'holds',
  'known deviation': 'holds (known deviations)',
  'unexpected pass': 'fails',
  fail: 'fails',
  broken: 'is broken',
  'not applicable': 'not judged',
};
