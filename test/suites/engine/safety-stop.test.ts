import { describe, expect, it } from '@jest/globals';
import type { Exchange, Failure } from '../../../driver/exchange.ts';
import { monotonicMs } from '../../../driver/time-limit.ts';
import { SafetyStop } from '../../../suites/engine/safety-stop.ts';
import { exchangeOf } from './fake-suite.ts';

const sent = { method: 'GET', path: '/', headers: [], body: null };
const failed = (kind: Failure['kind']): Exchange => ({
  request: sent,
  response: null,
  failure: { kind, message: kind },
  durationMs: 1,
});
const stopOf = (facts: Partial<ConstructorParameters<typeof SafetyStop>[0]> = {}): SafetyStop =>
  new SafetyStop({ concurrency: 4, deadline: null, isInterrupted: () => false, ...facts });

describe('the safety stop', () => {
  it('stops soon when nobody listens any more', () => {
    const stop = stopOf();
    for (let times = 0; times < 8; times += 1) stop.watch(failed('refused'));
    expect(stop.isStopped()).toBe(true);
    expect(stop.reason).toContain('refused');
  });

  it('does not stop for hangs among answers: those are findings', () => {
    const stop = stopOf();
    for (let times = 0; times < 100; times += 1) {
      stop.watch(failed('hang'));
      stop.watch(exchangeOf(sent, 200));
    }
    expect(stop.isStopped()).toBe(false);
  });

  it('stops when nothing is answered any more', () => {
    const stop = stopOf();
    for (let times = 0; times < 16; times += 1) stop.watch(failed('hang'));
    expect(stop.isStopped()).toBe(true);
    expect(stop.isForSilence).toBe(true);
  });

  it('stops when the time is up, and when it is told to', () => {
    const late = stopOf({ deadline: monotonicMs() - 1 });
    expect(late.isStopped()).toBe(true);
    expect(late.isForSilence).toBe(false);
    expect(stopOf({ isInterrupted: () => true }).isStopped()).toBe(true);
  });

  it('does not take our own hanging up for silence of the target', () => {
    const stop = stopOf();
    for (let times = 0; times < 100; times += 1) stop.watch(failed('cancelled'));
    expect(stop.isStopped()).toBe(false);
  });

  it('lets tidying up through once it is released', () => {
    const stop = stopOf({ isInterrupted: () => true });
    expect(stop.isStopped()).toBe(true);
    stop.release();
    expect(stop.isStopped()).toBe(false);
    expect(stop.reason).toBe('interrupted');
  });
});
