import type { Exchange } from '../../driver/exchange.ts';
import { median } from '../../spec/median.ts';
import { sessionRule } from '../make/session-rule.ts';
import type { Attempt, AttemptRule, Violation } from '../rule.ts';
import { usualLimitMs } from './usual-limit.ts';

/** A request may be more work than a usual one, but not by so much. */
const ratio = 10;

/** The rule for a run whose limit of time for any answer is given, in milliseconds. */
export function hardInputWithin(limitMs: number): AttemptRule {
  // What takes a tenth of the time of every other answer harms nobody: only half of the limit is worth telling.
  const floorMs = limitMs / 2;
  return sessionRule({
    id: 'robustness.hard-input.prompt',
    level: 'SHOULD',
    mockLevel: 'shape',
    differenceClass: 'no answer',
    needs: [],
    source: { document: 'project', section: 'robustness' },
    claim: 'takes no longer for text that is hard to parse than for any other',
    families: ['hard-input.'],
    judgement: {
      appliesTo: (attempt) => attempt.exchange.response !== null && triedTexts(attempt).length > 0,
      judge: (attempt) => slowTexts(attempt, floorMs),
    },
  });
}

/**
 * Text that makes a parser backtrack, or read the same again and again, lets anybody stop a target with a few requests
 * (CVE-2022-36087 in a library that real builds seem to use). Each case measures what is usual: so a target that is
 * slow for everything, or at times for anything, is not accused.
 */
export const hardInputPrompt = hardInputWithin(usualLimitMs);

/** A text that was sent, and how it went: twice if it took long. */
interface Tried {
  readonly step: string;
  readonly exchange: Exchange;
  /** The shorter time of the two. */
  readonly durationMs: number;
}

function triedTexts({ exchanges }: Attempt): readonly Tried[] {
  const all: ReadonlyMap<string, Exchange> = exchanges;
  return [...all]
    .filter(([step]) => step.startsWith('hard-') && !step.endsWith('-again'))
    .map(([step, exchange]) => {
      const again = all.get(`${step}-again`)?.durationMs ?? Infinity;
      return { step, exchange, durationMs: Math.min(exchange.durationMs, again) };
    });
}

function slowTexts(attempt: Attempt, floorMs: number): readonly Violation[] {
  const tried = triedTexts(attempt);
  return tried.flatMap(({ step, exchange: { failure }, durationMs }): readonly Violation[] => {
    const others = tried.filter((other) => other.step !== step).map((other) => other.durationMs);
    const usualMs = Math.max(attempt.exchange.durationMs, others.length === 0 ? 0 : median(others));
    const limitMs = Math.ceil(Math.max(floorMs, ratio * usualMs));
    const isHung = failure?.kind === 'hang';
    if ((failure !== null && !isHung) || durationMs <= limitMs) return [];
    const took = isHung ? `no answer within ${Math.round(durationMs)} ms` : `${Math.round(durationMs)} ms`;
    return [
      {
        at: `duration of ${step}`,
        expected: `at most ${limitMs} ms at step ${step}`,
        actual: `${took} (usual: ${usualMs.toFixed(1)} ms)`,
        hasToShowAgain: true,
      },
    ];
  });
}
