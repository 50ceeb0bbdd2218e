/** Only that much is looked at: what comes unasked may be long. */
const lookedAt = 16;

/**
 * Tells whether bytes on a connection without an outstanding request are an answer that nobody asked for. Empty lines
 * are not (RFC 9112 section 2.2), nor is a 408, by which a server says that it closes an idle connection (RFC 9110
 * section 15.5.9).
 */
export function isUnsolicited(bytes: Buffer): boolean {
  const start = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
  if (start < 0) return false;
  return !/^HTTP\/1\.[01] 408\b/.test(bytes.toString('latin1', start, start + lookedAt));
}
