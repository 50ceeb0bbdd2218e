/** Tells whether a Content-Type is a media type, whatever its parameters. */
export function isMediaType(contentType: string | undefined, mediaType: string): boolean {
  if (contentType === undefined) return false;
  const mark = contentType.indexOf(';');
  return (mark < 0 ? contentType : contentType.slice(0, mark)).trim().toLowerCase() === mediaType;
}
