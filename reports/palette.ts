/** What a text means, for those who see colours. */
export type Tone = 'good' | 'bad' | 'doubtful' | 'faint' | 'strong';

/** Gives text a colour, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Tone, readonly [on: number, off: number]>> = {
  good: [32, 39],
  bad: [31, 39],
  doubtful: [33, 39],
  faint: [2, 22],
  strong: [1, 22],
};

/** Paint for a stream: colours on a terminal unless NO_COLOR is set and not empty (no-color.org). */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const isColoured = stream.isTTY === true && (environment['NO_COLOR'] ?? '') === '';
  return isColoured ? coloured : plain;
}

/** Leaves text as it is. */
export const plain: Paint = (_tone, text) => text;

/** Colours text with the basic ANSI codes, which every terminal knows. */
export const coloured: Paint = (tone, text) => {
  const [on, off] = codes[tone];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};
