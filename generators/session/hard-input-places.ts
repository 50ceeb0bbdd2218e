import {
  editBody,
  editForm,
  editQuery,
  setLastSegment,
  setMember,
  withPair,
} from '../broken/edit-request.ts';
import type { Piece, RequestTemplate } from '../case.ts';
import { formMediaType, jsonMediaType } from '../request/build-request.ts';
import { hardTexts, ladders } from '../text/hard-texts.ts';
import type { HardTextName } from '../text/hard-texts.ts';

/** Short enough for a request line or a field line of 8 KiB, with every character escaped. */
const lineLength = 2_000;
/** Long enough that a quadratic parser takes seconds, far below the limit of any server. */
const bodyLength = 30_000;
/** A state comes back in a Location, which has to fit into the header of a target that limits it to 4 KiB. */
const stateLength = 500;

export type HardTexts = HardTextName | readonly HardTextName[];

/** A part of a request that a target parses: how a text is put there, and the texts that are hard to parse there. */
export interface HardPlace {
  /** Texts that are sent in the order of their list stand in one. */
  readonly texts: readonly HardTexts[];
  readonly length: number;
  readonly put: (request: RequestTemplate, text: string) => RequestTemplate;
}

const short = [ladders.letters, ladders.dotted, ladders.blanks] as const;
const uris = [ladders.openBracket, ladders.dotted, 'letters', 'slashes'] as const;
const lines = ['letters', 'blanks', 'commas', 'semicolons', 'open-quote'] as const;
const separators = ['ampersands', 'semicolons', 'equals', 'commas'] as const;

/** The places of a request, by the names that the steps of cases have. */
export const hardPlaces = {
  'redirect-uris': inMember('redirect_uris', uris, (text) => [text]),
  'default-scopes': inMember('default_scopes', [...short, 'letters', 'blanks', 'commas'], (text) => [text]),
  filter: inMember(
    'filter',
    [...short, ladders.wildcards, 'letters', 'parentheses', 'commas', 'semicolons'],
    (text) => (/^[(,;]/.test(text) ? text : `client_name==${text}`),
  ),
  'member-name': {
    texts: [ladders.letters, 'letters', 'blanks', 'dots'],
    length: bodyLength,
    put: (request, text) => setMember(text, 'a')(request),
  },
  json: inText(['json-nesting', 'json-digits', 'json-blanks', 'json-escapes'], jsonMediaType),
  'redirect-uri': inForm('redirect_uri', uris),
  scope: inForm('scope', [...short, 'letters', 'blanks', 'commas']),
  state: inForm('state', [...short, 'letters', 'blanks', 'escaped-escapes'], stateLength),
  code: inForm('code', [...short, 'letters', 'dots', 'escaped-escapes']),
  form: inText([...separators, 'escaped-escapes'], formMediaType),
  token: inQuery('token', [...short, 'letters', 'dots', 'escaped-escapes']),
  'callback-state': inQuery('state', [...short, 'letters', 'dots', 'escaped-escapes']),
  query: inQuery('x_conformance', separators, asRaw),
  path: {
    texts: [...short, 'letters', 'dots', 'escaped-escapes'],
    length: lineLength,
    put: (request, text) => setLastSegment(text)(request),
  },
  accept: inHeader('Accept', lines, (text) => `application/json;q=${text}`),
  cookie: inHeader('Cookie', lines, (text) => `conformance=${text}`),
  'content-type': inMediaType(lines),
  basic: inAuthorization('Basic', ['letters', 'blanks', 'commas', 'equals']),
  bearer: inAuthorization('Bearer', [...short, 'letters', 'blanks', 'dots', 'equals']),
} as const satisfies Readonly<Record<string, HardPlace>>;

export type HardPlaceName = keyof typeof hardPlaces;

/** The text that a place gets. */
export function hardText({ length }: HardPlace, name: HardTextName): string {
  return hardTexts[name](length);
}

function inMember(
  name: string,
  texts: readonly HardTexts[],
  valueOf: (text: string) => string | readonly string[],
): HardPlace {
  return { texts, length: bodyLength, put: (request, text) => setMember(name, valueOf(text))(request) };
}

function inText(texts: readonly HardTexts[], mediaType: string): HardPlace {
  return {
    texts,
    length: bodyLength,
    put: (request, text) => ({ ...request, body: { type: 'text', text, mediaType } }),
  };
}

function inForm(name: string, texts: readonly HardTexts[], length = bodyLength): HardPlace {
  return {
    texts,
    length,
    put: (request, text) => editForm((pairs) => withPair(pairs, [name, text]))(request),
  };
}

function inQuery(name: string, texts: readonly HardTexts[], pieceOf = asText): HardPlace {
  return {
    texts,
    length: lineLength,
    put: (request, text) => editQuery((pairs) => withPair(pairs, [name, pieceOf(text)]))(request),
  };
}

function asText(text: string): Piece {
  return text;
}

function asRaw(text: string): Piece {
  return { raw: text };
}

function inHeader(name: string, texts: readonly HardTexts[], valueOf: (text: string) => string): HardPlace {
  return {
    texts,
    length: lineLength,
    put: (request, text) => ({ ...request, headers: [...request.headers, [name, valueOf(text)]] }),
  };
}

function inMediaType(texts: readonly HardTexts[]): HardPlace {
  return {
    texts,
    length: lineLength,
    put: (request, text) =>
      editBody((body) => body && { ...body, mediaType: `${body.mediaType ?? jsonMediaType}; a=${text}` })(
        request,
      ),
  };
}

function inAuthorization(scheme: string, texts: readonly HardTexts[]): HardPlace {
  return {
    texts,
    length: lineLength,
    put: (request, text) => ({ ...request, credentials: { type: 'header', value: `${scheme} ${text}` } }),
  };
}
