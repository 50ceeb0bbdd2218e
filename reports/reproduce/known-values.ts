import type { PortableStep, Text } from './reproduction.ts';
import { pointed } from './portable-runtime.ts';
import type { PortableAnswer, Values } from './portable-runtime.ts';

/** A shorter value may also occur by chance. */
const shortest = 6;

/** What the target chose in a recorded case, by slot. Secrets are not recorded, and so are not known. */
export function knownValues(
  steps: readonly PortableStep[],
  answers: ReadonlyMap<string, PortableAnswer>,
  mark: string,
): Values {
  const known: Record<string, string> = { mark };
  for (const { name, captures } of steps) {
    const answer = answers.get(name);
    for (const capture of captures) {
      const value =
        answer !== undefined && capture.from === 'body' ? pointed(answer.json, capture.pointer) : undefined;
      if (typeof value === 'string' && value.length >= shortest && !value.includes('[redacted]'))
        known[capture.slot] = value;
    }
  }
  return known;
}

/** A recorded text in which the values that are chosen anew each time are blanks. */
export function blankedText(text: string, known: Values): Text {
  return Object.entries(known).reduce<Text>(
    (parts, [slot, value]) =>
      parts.flatMap((part) => (typeof part === 'string' ? blanked(part, slot, value) : [part])),
    [text],
  );
}

function blanked(text: string, slot: string, value: string): Text {
  return text
    .split(value)
    .flatMap((rest, index) => [
      ...(index === 0 ? [] : [{ slot, change: null, written: 'plain' as const }]),
      ...(rest === '' ? [] : [rest]),
    ]);
}

/** The same, in which null stands for what was removed from a report because it is secret. */
export function blankedPattern(text: string, known: Values): readonly (Text[number] | null)[] {
  return text
    .split('[redacted]')
    .flatMap((part, index) => [...(index === 0 ? [] : [null]), ...blankedText(part, known)])
    .filter((part) => part !== '');
}
