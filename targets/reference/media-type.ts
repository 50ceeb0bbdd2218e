import { splitAt } from './read-pairs.ts';

/** Whether a Content-Type has a media type, whatever its parameters. */
export function isMediaType(contentType: string | undefined, mediaType: string): boolean {
  const [type] = splitAt(contentType ?? '', ';');
  return type.trim().toLowerCase() === mediaType;
}
