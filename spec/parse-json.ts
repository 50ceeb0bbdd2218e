import { JsonScanner, type JsonLimits } from './json-scanner.ts';

/**
 * What people and programs write is nested some ten levels deep, an OpenAPI document some thirty. What is read is
 * walked recursively, by libraries too, and a stack holds some thousands.
 */
const deepest = 200;

/** Of which objects take some 60 MB. The largest OpenAPI documents of vendors have a tenth. */
const mostValues = 1_000_000;

/** What any document may be at most. */
export const documentLimits: JsonLimits = { depth: deepest, values: mostValues };

/** Encoded at a time, so that a long text does not stand in memory twice. */
const sliceLength = 1024 * 1024;

/** As JSON.parse, within limits. Throws a SyntaxError or a `JsonLimitError`. */
export function parseJson(text: string, limits: JsonLimits = documentLimits): unknown {
  const scanner = new JsonScanner(limits);
  // A pair of surrogates that is cut here becomes other bytes, but none that the scanner looks at.
  for (let start = 0; start < text.length; start += sliceLength)
    scanner.scan(Buffer.from(text.slice(start, start + sliceLength)));
  return JSON.parse(text);
}
