/** The coding of a body, in lower case; null if the body is sent as it is. Several are one text, with commas. */
export function contentCoding(headers: ReadonlyMap<string, readonly string[]>): string | null {
  const coding = (headers.get('content-encoding') ?? []).join().toLowerCase();
  return coding === '' || coding === 'identity' ? null : coding;
}
