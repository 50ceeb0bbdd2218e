import { describe, expect, it } from '@jest/globals';
import { foreignViolations } from '../../../checks/read/foreign-values.ts';
import type { Attempt } from '../../../checks/rule.ts';
import { foreignReasons, type ForeignReason } from '../../../driver/clients/foreign-value.ts';

const words: Record<ForeignReason, string> = {
  ...{ before: 'stood there', meanwhile: 'seen', another: 'not what was sent' },
  ...{ earlier: 'given before', unread: 'not to be read' },
};

function violationsOf(exchange: object): ReturnType<typeof foreignViolations> {
  const attempt = { exchanges: new Map([['main', exchange]]) } as unknown as Attempt;
  return foreignViolations(attempt, 'a new one', words, (at) => at === '/client_id');
}

describe('violations by values that are not new', () => {
  const foreign = foreignReasons.map((why) => ({ at: '/client_id', why }));

  it('are conclusive where earlier answers have shown it, and not where it had to be read', () => {
    expect(
      violationsOf({ foreign }).map(({ actual, isConclusive }) => [actual, isConclusive ?? false]),
    ).toEqual([
      ['stood there', true],
      ['seen', true],
      ['not what was sent', false],
      ['given before', true],
      ['not to be read', false],
    ]);
  });

  it('are not conclusive in the answer to a request that was sent twice', () => {
    const conclusive = violationsOf({ foreign, isRepeated: true }).filter(({ isConclusive }) => isConclusive);
    expect(conclusive).toEqual([]);
  });

  it('name what the rule is about, in the words that it has', () => {
    const other = { foreign: [{ at: '/access_token', why: 'earlier' as const }] };
    expect(violationsOf(other)).toEqual([]);
    expect(violationsOf({})).toEqual([]);
  });
});
