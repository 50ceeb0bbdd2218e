import { Buffer } from 'node:buffer';
import type { WireRequest } from '../../driver/exchange.ts';
import type { BodyTemplate, RequestTemplate } from '../case.ts';
import { encodeText, renderForm, renderPairs, renderPiece } from './render-parts.ts';
import { renderCredentials } from './render-credentials.ts';
import type { Login } from './render-credentials.ts';
import type { Slots } from './render-parts.ts';

/** What rendering needs to know of a target. */
export interface RenderTarget extends Login {
  /** Without a trailing slash, such as `/api/nutanix/v3`. */
  readonly basePath: string;
}

/**
 * Renders a request to the bytes on the wire. The same template and slots always give the same bytes. The driver adds
 * Host and Content-Length. Throws a `RenderError` if a slot has no value yet.
 */
export function renderRequest(template: RequestTemplate, slots: Slots, target: RenderTarget): WireRequest {
  const { body } = template;
  const headers: (readonly [string, string])[] = [];
  const authorization = renderCredentials(template.credentials, target, slots);
  if (authorization !== null) headers.push(['Authorization', authorization]);
  for (const [name, value] of usual) {
    if (!template.headers.some(isNamed(name))) headers.push([name, value]);
  }
  if (body !== null && body.mediaType !== null) headers.push(['Content-Type', body.mediaType]);
  headers.push(...template.headers);
  return {
    method: template.method,
    path: renderPath(template, slots, target.basePath),
    headers: template.headerCase === undefined ? headers : inCase(headers, template.headerCase),
    body: body === null ? null : renderBody(body, slots),
  };
}

function inCase(headers: WireRequest['headers'], to: 'lower' | 'upper'): WireRequest['headers'] {
  return headers.map(([name, value]) => [to === 'lower' ? name.toLowerCase() : name.toUpperCase(), value]);
}

/** What is sent unless a case has its own. Without the second, a target may encode its answers as it likes. */
const usual = [
  ['Accept', 'application/json'],
  ['Accept-Encoding', 'identity'],
] as const;

function isNamed(name: string): (header: readonly [string, string]) => boolean {
  return ([other]) => other.toLowerCase() === name.toLowerCase();
}

function renderPath(template: RequestTemplate, slots: Slots, basePath: string): string {
  let path = basePath;
  for (const segment of template.path) path += `/${renderPiece(segment, slots, encodeText)}`;
  return template.query.length === 0 ? path : `${path}?${renderPairs(template.query, slots, encodeText)}`;
}

function renderBody(body: BodyTemplate, slots: Slots): Uint8Array {
  switch (body.type) {
    case 'json':
      return Buffer.from(JSON.stringify(body.value));
    case 'form':
      return Buffer.from(renderForm(body, slots));
    case 'text':
      return Buffer.from(body.text);
    case 'bytes':
      return Buffer.from(body.base64, 'base64');
  }
}
