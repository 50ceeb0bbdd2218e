/** Between these a text quotes what is too long to be shown. A target that sends them has its own text cut. */
const [opening, closing] = ['\u{E0F0}', '\u{E0F1}'];
/** Where the part that is shown begins; without it, at the beginning. */
const window = '\u{E0F2}';
/** Stands at the end of what is not the whole value. */
const open = '\u{E0F3}';

const marks = /[\u{E0F0}-\u{E0F3}]/gu;

/** The marks that a part of a text holds: they outlive what is taken out of it. */
export function marksIn(text: string): string {
  return (text.match(marks) ?? []).join('');
}

/** What is kept of a value until it is redacted: far more than is shown, since marks are shorter than many a secret. */
const keptCharacters = 4096;
/** What is dropped where a value was cut before it was redacted: a beginning of a secret that is too short to be found. */
const doubtfulCharacters = 96;

/**
 * Quotes a value that is too long to be shown: whole, since secrets are only found in what is whole. It is cut when it
 * has been redacted, by the driver; `from` is where it is to be shown from.
 */
export function quoteWhole(text: string, from = 0): string {
  const first = Math.max(0, from - keptCharacters / 2);
  const kept = text.slice(first, first + keptCharacters);
  const place = from - first;
  const end = first + kept.length < text.length ? open : '';
  return `${opening}${kept.slice(0, place)}${window}${kept.slice(place)}${end}${closing}`;
}

/** The longest text that is shown of a value that is quoted whole. */
export const shownCharacters = 60;

/** Cuts what a text quotes, and leaves no mark behind. Only for what has been redacted: half a secret is not found. */
export function cutQuotations(text: string): string {
  if (!text.includes(opening)) return text;
  const shown = text.split(opening).map((part, index) => {
    const [quoted = '', ...rest] = part.split(closing);
    return index === 0 ? part : cut(quoted) + rest.join('');
  });
  return shown.join('');
}

function cut(quoted: string): string {
  const text = quoted.slice(quoted.indexOf(window) + 1);
  const end = text.endsWith(open) ? text.length - doubtfulCharacters : text.length;
  return `${text.slice(0, Math.min(shownCharacters, Math.max(0, end))).replaceAll(marks, '')}…`;
}
