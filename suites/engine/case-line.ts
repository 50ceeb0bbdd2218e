import { createHash } from 'node:crypto';
import type { Case, Step } from '../../generators/case.ts';

/** A case as text: its family and the steps that are sent, with the names of slots for their values. */
export function caseLine(testCase: Case): string {
  return lineOf(testCase, JSON.stringify);
}

/** The same with a hash in place of each step that cases share, which would otherwise be most of every line. */
export function shortCaseLine(testCase: Case): string {
  return lineOf(testCase, (step) => (step.shared === undefined ? JSON.stringify(step) : hashOf(step)));
}

function lineOf({ family, steps }: Case, write: (step: Step) => string): string {
  let line = family;
  for (const step of steps) line += `\n${write(step)}`;
  return `${line}\n`;
}

/** The hashes of shared steps, each made once. */
const hashes = new WeakMap<Step, string>();

function hashOf(step: Step): string {
  let hash = hashes.get(step);
  if (hash === undefined) {
    hash = createHash('sha256').update(JSON.stringify(step)).digest('base64url');
    hashes.set(step, hash);
  }
  return hash;
}
