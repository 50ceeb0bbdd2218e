/** A text as written, and composed and decomposed: systems change the one into the other, and both look the same. */
export function spellingsOf(text: string): readonly string[] {
  // Most secrets are ASCII, and there may be thousands of them.
  return /^[\0-\x7f]*$/.test(text)
    ? [text]
    : [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])];
}
