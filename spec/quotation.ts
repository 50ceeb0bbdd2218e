/** These enclose a value in a text that is too long to be shown. If a target sends them, its own text is cut. */
const [opening, closing] = ['\u{E0F0}', '\u{E0F1}'];
/** Marks where the part to be shown begins; without it, that is the beginning. */
const window = '\u{E0F2}';
/** Marks the end of a value that is not complete. */
const open = '\u{E0F3}';

const marks = /[\u{E0F0}-\u{E0F3}]/gu;

/** The marks in a part of a text. They must remain when that part is replaced. */
export function marksIn(text: string): string {
  return (text.match(marks) ?? []).join('');
}

/**
 * Characters kept of a value until it is redacted: far more than are shown, since a mark is shorter than many secrets.
 */
const keptCharacters = 4096;
/** Characters dropped where a value was cut before redaction: they may begin a secret, too short a part to be found. */
const doubtfulCharacters = 96;

/**
 * Quotes a value that is too long to be shown. Much more is kept than is shown, since secrets are only found when they
 * are complete. The driver cuts the quotation after redaction. `from` is the index where the part to be shown begins.
 */
export function quoteWhole(text: string, from = 0): string {
  const first = Math.max(0, from - keptCharacters / 2);
  const kept = text.slice(first, first + keptCharacters);
  const place = from - first;
  const end = first + kept.length < text.length ? open : '';
  return `${opening}${kept.slice(0, place)}${window}${kept.slice(place)}${end}${closing}`;
}

/** The most characters that are shown of a value quoted this way. */
export const shownCharacters = 60;

/** Cuts the quotations in a text and removes all marks. Only for redacted text: half a secret is not found. */
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
