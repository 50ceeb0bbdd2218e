/** Why a rule is not judged on what failures have ended: a run, or the recording that it judges. */
export function notJudged(ended: 'run' | 'recording', count: number): string {
  return `not judged: the ${ended} ended early, after ${failures(count)}`;
}

/** What to tell of a trace whose recording failures have ended. */
export function earlyTraceNote(count: number): string {
  return `the recording ended early, after ${failures(count)}: what it had not sent by then is not in the trace`;
}

/** A number of failures that has ended a run. */
export function failures(count: number): string {
  return count === 1 ? '1 failed rule' : `${count} failed rules`;
}
