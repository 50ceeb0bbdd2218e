import { Buffer, isUtf8 } from 'node:buffer';
import { isPlain } from '../../driver/shell-words.ts';
import type { Credentials, Piece, RequestTemplate, SlotChange, Step } from '../../generators/case.ts';
import { renderRequest } from '../../generators/request/render-request.ts';
import { runMark } from '../../generators/setup/run-mark.ts';
import type { Blank, PortableRequest, PortableStep, Text } from '../../reports/reproduce/reproduction.ts';

/** Stands for a slot while a request is rendered: text that no encoding changes, and that is not drawn by chance. */
const standIn = /zqslot(\d+)qz/;

/** A step of a case with its request as any HTTP client can send it. */
export function portableStep(step: Step): PortableStep {
  const { name, role, operation, request, captures, waitMs = 0 } = step;
  const creates = operation === 'oauth_client_post' || operation === 'oauth_generate_token_post';
  return { name, role, request: portableRequest(request), captures, waitMs, creates };
}

function portableRequest(template: RequestTemplate): PortableRequest {
  const blanks: Omit<Blank, 'written'>[] = [];
  const named = (piece: Piece): Piece => {
    if (typeof piece === 'string' || !('slot' in piece)) return piece;
    blanks.push({ slot: piece.slot, change: piece.change ?? null });
    return { raw: `zqslot${blanks.length - 1}qz` };
  };
  const { credentials, body } = template;
  const user = userOf(credentials);
  const rendered = renderRequest(
    {
      ...template,
      path: template.path.map(named),
      query: template.query.map(([name, value]) => [named(name), named(value)]),
      credentials: user === null ? withNamed(credentials, named) : { type: 'none' },
      body:
        body?.type === 'form'
          ? { ...body, pairs: body.pairs.map(([name, value]) => [named(name), named(value)]) }
          : body,
    },
    new Map(),
    { basePath: '', username: '', password: '' },
  );
  const text = (from: string, written: Blank['written']): Text => textOf(from, blanks, written);
  return {
    method: rendered.method,
    path: text(rendered.path, 'percent'),
    headers: rendered.headers.map(([name, value]) => [name, text(value, 'plain')]),
    user: user === null ? null : { header: inCase('Authorization', template), ...user },
    body: rendered.body === null ? null : bodyOf(rendered.body, (from) => text(from, formOf(template))),
  };
}

/** In other syntaxes than that of a form, values are written as they are. */
function formOf({ body }: RequestTemplate): Blank['written'] {
  if (body?.type !== 'form' || body.syntax !== undefined) return 'plain';
  return body.space === '+' ? 'plus' : 'percent';
}

function inCase(name: string, { headerCase }: RequestTemplate): string {
  if (headerCase === undefined) return name;
  return headerCase === 'lower' ? name.toLowerCase() : name.toUpperCase();
}

function bodyOf(bytes: Uint8Array, textOfBody: (from: string) => Text): PortableRequest['body'] {
  const text = Buffer.from(bytes).toString('utf8');
  // Bytes that a terminal does not show are not written as text, unless values are still to be put among them.
  return isUtf8(bytes) && (isPlain(text) || standIn.test(text))
    ? textOfBody(text)
    : { base64: Buffer.from(bytes).toString('base64'), mark: runMark };
}

/** Takes a rendered text apart at what stands for slots and for the mark of the run. */
function textOf(text: string, blanks: readonly Omit<Blank, 'written'>[], written: Blank['written']): Text {
  return text
    .split(new RegExp(`(${standIn.source.replace('(', '(?:')}|${runMark})`, 'i'))
    .flatMap((part): Text => {
      if (part === '') return [];
      if (part.toLowerCase() === runMark) return [{ slot: 'mark', change: null, written: 'plain' as const }];
      const blank = blanks[Number(standIn.exec(part)?.[1] ?? -1)];
      return blank === undefined ? [part] : [{ ...blank, written }];
    });
}

type User = Pick<NonNullable<PortableRequest['user']>, 'scheme' | 'text'>;

function plain(slot: string, change: SlotChange | null = null): Blank {
  return { slot, change, written: 'plain' };
}

/** The user and password of Basic credentials; null for others. As `generators/request/render-credentials.ts` has them. */
function userOf(credentials: Credentials): User | null {
  const basic = (...text: Text): User => ({ scheme: 'Basic', text });
  const name = plain('username');
  const password = (change: SlotChange): User => basic(name, ':', plain('password', change));
  switch (credentials.type) {
    case 'none':
    case 'header':
    case 'bearer':
      return null;
    case 'valid':
      return { ...basic(name, ':', plain('password')), scheme: credentials.scheme ?? 'Basic' };
    case 'wrong-user':
      return basic(name, '-unknown:', plain('password'));
    case 'wrong-password':
      return basic(name, ':wrong-', plain('password'));
    case 'empty-password':
      return basic(name, ':');
    case 'case-swapped-password':
      return password('case-swapped');
    case 'truncated-password':
      return password('truncated');
    case 'padded-password':
      return password('padded');
    case 'blank-padded-password':
      return password('blank-appended');
    case 'colon-padded-password':
      return basic(name, ':', plain('password'), ':x');
    case 'blank-padded-user':
      return basic(' ', name, ':', plain('password'));
    case 'other-scheme':
      return { ...basic(name, ':', plain('password')), scheme: 'Other' };
    case 'basic':
      return basic(pieceText(credentials.username), ':', pieceText(credentials.password));
  }
}

function pieceText(piece: Piece): string | Blank {
  if (typeof piece === 'string') return piece;
  return 'raw' in piece ? piece.raw : plain(piece.slot, piece.change ?? null);
}

function withNamed(credentials: Credentials, named: (piece: Piece) => Piece): Credentials {
  return credentials.type === 'bearer' ? { ...credentials, token: named(credentials.token) } : credentials;
}
