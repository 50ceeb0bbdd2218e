/** The last secret that was written: the password is looked for in every error. */
let lastWritten: { readonly secret: string; readonly forms: readonly string[] } = { secret: '', forms: [''] };

/** Whether a text holds a secret in one of the ways in which an answer may write it: as it is, in a URI or in JSON. */
export function holdsSecret(text: string, secret: string): boolean {
  return writtenForms(secret).some((form) => text.includes(form));
}

function writtenForms(secret: string): readonly string[] {
  // Most tokens read the same everywhere.
  if (/^[\w.~-]*$/.test(secret)) return [secret];
  if (lastWritten.secret !== secret) lastWritten = { secret, forms: formsOf(secret) };
  return lastWritten.forms;
}

function formsOf(secret: string): readonly string[] {
  const inUri = isWellFormed(secret) ? encodeURIComponent(secret) : secret;
  return [...new Set([secret, inUri, JSON.stringify(secret).slice(1, -1)])];
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
