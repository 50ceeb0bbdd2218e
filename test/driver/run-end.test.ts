import { describe, expect, it } from '@jest/globals';
import { monotonicMs, RunEnd } from '../../driver/time-limit.ts';

describe('the end of a run', () => {
  it('is nowhere in sight without a deadline', () => {
    const end = new RunEnd();
    expect([end.isOver(), end.leftMs(), end.deadline, end.plus(5).leftMs()]).toEqual([
      false,
      Infinity,
      null,
      Infinity,
    ]);
  });

  it('comes at the earliest of its deadlines', () => {
    const end = new RunEnd();
    end.setDeadline(monotonicMs() + 60_000);
    end.setDeadline(monotonicMs() + 90_000);
    end.setDeadline(null);
    expect(end.leftMs()).toBeLessThanOrEqual(60_000);
    end.setDeadline(monotonicMs() - 1);
    expect([end.isOver(), end.isTold()]).toEqual([true, false]);
  });

  it('comes when it is told to, and leaves time for what is counted from it', () => {
    const end = new RunEnd();
    const grace = end.plus(60_000);
    end.tell();
    expect([end.isOver(), end.isTold(), grace.isOver()]).toEqual([true, true, false]);
    expect(grace.leftMs()).toBeGreaterThan(50_000);
    expect(end.plus(0).isOver()).toBe(true);
  });

  it('stays where it was when it is told again', () => {
    const end = new RunEnd();
    end.setDeadline(monotonicMs() - 1000);
    const { deadline } = end;
    end.tell();
    expect(end.deadline).toBe(deadline);
  });
});
