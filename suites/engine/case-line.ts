import type { Case, Step } from '../../generators/case.ts';

/** The lines of steps that many cases share, written once. */
const sharedLines = new WeakMap<Step, string>();

/** A case in the log that is hashed: its family and the steps that are sent, with the names of slots for their values. */
export function caseLine({ family, steps }: Case): string {
  let line = family;
  for (const step of steps) line += `\n${step.shared === undefined ? JSON.stringify(step) : lineOf(step)}`;
  return `${line}\n`;
}

function lineOf(step: Step): string {
  let line = sharedLines.get(step);
  if (line === undefined) {
    line = JSON.stringify(step);
    sharedLines.set(step, line);
  }
  return line;
}
