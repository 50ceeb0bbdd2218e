/** The ways in which an answer may write a secret: as it is, in a URI and in JSON. */
export function writtenForms(secret: string): readonly string[] {
  // Most tokens read the same everywhere.
  if (/^[\w.~-]*$/.test(secret)) return [secret];
  const inUri = isWellFormed(secret) ? encodeURIComponent(secret) : secret;
  return [...new Set([secret, inUri, JSON.stringify(secret).slice(1, -1)])];
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
