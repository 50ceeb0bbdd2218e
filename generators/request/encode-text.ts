const unreservedOnly = /^[A-Za-z0-9._~-]*$/;
const loneSurrogates = /[\uD800-\uDFFF]/gu;
const keptByEncodeUriComponent = /[!'()*]/g;

/**
 * Percent-encodes text as UTF-8, keeping only the unreserved characters of RFC 3986 section 2.3, so that the result
 * stands for the same text in a path, a query and a form. A lone surrogate, which has no UTF-8, becomes U+FFFD.
 */
export function encodeText(text: string): string {
  if (unreservedOnly.test(text)) return text;
  return encodeURIComponent(text.replace(loneSurrogates, '\uFFFD')).replace(
    keptByEncodeUriComponent,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
