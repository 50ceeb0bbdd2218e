import { rememberLast } from '../../spec/remember-last.ts';

/** Whether a text holds a secret in one of the ways in which an answer may write it: as it is, in a URI or in JSON. */
export function holdsSecret(text: string, secret: string): boolean {
  return holdsAny(text, writtenForms(secret));
}

/** The same with the forms that `writtenForms` gives, for a secret that is looked for in many texts. */
export function holdsAny(text: string, forms: readonly string[]): boolean {
  for (const form of forms) if (text.includes(form)) return true;
  const [secret = ''] = forms;
  return unescapedForms(text).some((one) => one.includes(secret));
}

/** Remembered, since many secrets are looked for in one text; none where nothing is escaped. */
const unescapedForms = rememberLast((text): readonly string[] =>
  escape.test(text) ? [text, text.replaceAll('+', ' ')].map(unescape) : [],
);

/** Libraries differ in which characters they escape, and in the case of the digits. */
const escape = /%[\da-f]{2}/i;

/** Undoes the escapes of a text that need not be a URI as a whole. */
function unescape(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** The ways in which an answer may write a secret, itself the first. */
export function writtenForms(secret: string): readonly string[] {
  // Most tokens read the same everywhere.
  return /^[\w.~-]*$/.test(secret) ? [secret] : formsOf(secret);
}

/** Remembered, since the password is looked for in every error. */
const formsOf = rememberLast((secret): readonly string[] => {
  const inUri = isWellFormed(secret) ? encodeURIComponent(secret) : secret;
  const inForm = inUri.replaceAll('%20', '+');
  return [...new Set([secret, inUri, inForm, JSON.stringify(secret).slice(1, -1)])];
});

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
