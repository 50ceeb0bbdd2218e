import { splitAt } from './read-pairs.ts';

/** Tells whether a Content-Type is a media type, whatever its parameters. */
export function isMediaType(contentType: string | undefined, mediaType: string): boolean {
  const [type] = splitAt(contentType ?? '', ';');
  return type.trim().toLowerCase() === mediaType;
}
