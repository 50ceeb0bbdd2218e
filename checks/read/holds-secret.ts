import { rememberLast } from '../../spec/remember-last.ts';

/** Whether a text holds a secret in one of the ways in which an answer may write it: as it is, in a URI or in JSON. */
export function holdsSecret(text: string, secret: string): boolean {
  return holdsAny(text, writtenForms(secret));
}

/** The same with the forms that `writtenForms` gives, for a secret that is looked for in many texts. */
export function holdsAny(text: string, forms: readonly string[]): boolean {
  for (const form of forms) if (text.includes(form)) return true;
  return false;
}

/** The ways in which an answer may write a secret. */
export function writtenForms(secret: string): readonly string[] {
  // Most tokens read the same everywhere.
  return /^[\w.~-]*$/.test(secret) ? [secret] : formsOf(secret);
}

/** Remembered, since the password is looked for in every error. */
const formsOf = rememberLast((secret): readonly string[] => {
  const inUri = isWellFormed(secret) ? encodeURIComponent(secret) : secret;
  return [...new Set([secret, inUri, JSON.stringify(secret).slice(1, -1)])];
});

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
