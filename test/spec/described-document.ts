import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as yaml from 'yaml';
import { bundledContract } from '../../spec/bundled-contract.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { swaggerDocument } from './swagger-document.ts';
import type { Draft } from './swagger-document.ts';

/** What becomes of a document: its schemas are read, its operations are driven, or it is refused. */
type Outcome = 'loads' | 'drives' | 'refuses';

/** A value of an answer, and whether it fits the schema that the document has for it. */
export interface JudgedValue {
  readonly operation: OperationId;
  readonly status: string;
  readonly value: unknown;
  readonly fits: boolean;
}

/** The content of a file of the collection. The document is one of three whole ones with a JSON merge patch. */
interface Description {
  readonly base?: '2.0' | '3.0' | '3.1';
  readonly change?: Draft;
  /** The whole text of the document, in place of base and change. */
  readonly text?: string;
  readonly encoding?: 'utf-8-with-mark' | 'utf-16le' | 'utf-16be' | 'utf-16le-without-mark';
  /** Other documents in its folder, by name. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly judges?: readonly JudgedValue[];
  /** Texts that are in some request to each of these operations. */
  readonly sends?: Readonly<Partial<Record<OperationId, readonly string[]>>>;
  /** Rules that the reference target keeps under this document. */
  readonly keeps?: readonly string[];
  readonly basePath?: string;
  readonly hasNoValidCases?: boolean;
}

/** A document of the collection. */
export interface DescribedDocument extends Description {
  readonly name: string;
  readonly outcome: Outcome;
  /** What is told: the reason of a refusal, or what is left out of the requests; empty for nothing. */
  readonly says: string;
}

const folder = fileURLToPath(new URL('documents', import.meta.url));

/** Reads the collection. The first line of each file repeats the outcome in its name, and what is told. */
export function describedDocuments(): readonly DescribedDocument[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const [, outcome, says = ''] = /^# (loads|drives|refuses)(?:: (.*))?\n/.exec(text) ?? [];
      if (outcome === undefined || !basename(file).startsWith(`${outcome}-`))
        throw new Error(`${file}: its first line and its name tell different outcomes`);
      return {
        ...(yaml.parse(text) as Description),
        ...{ name: basename(file, '.yaml'), outcome: outcome as Outcome, says },
      };
    });
}

/** Writes a document, and those beside it, into a folder of its own, and returns its path. */
export function writeDocument(described: DescribedDocument, parent: string): string {
  const own = join(parent, described.name);
  mkdirSync(own, { recursive: true });
  for (const [name, content] of Object.entries(described.beside ?? {}))
    writeFileSync(join(own, name), typeof content === 'string' ? content : JSON.stringify(content));
  const file = join(own, 'document.yaml');
  writeFileSync(file, bytesOf(described));
  return file;
}

function bytesOf({ base = '3.1', change = {}, text, encoding }: DescribedDocument): Buffer {
  const content = text ?? JSON.stringify(merge(wholeDocument(base), change));
  switch (encoding) {
    case 'utf-8-with-mark':
      return Buffer.from(`\uFEFF${content}`);
    case 'utf-16le':
      return Buffer.from(`\uFEFF${content}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${content}`, 'utf16le').swap16();
    case 'utf-16le-without-mark':
      return Buffer.from(content, 'utf16le');
    default:
      return Buffer.from(content);
  }
}

function wholeDocument(base: '2.0' | '3.0' | '3.1'): Draft {
  if (base === '2.0') return swaggerDocument();
  const shipped = yaml.parse(readFileSync(bundledContract, 'utf8')) as Draft;
  if (base === '3.1') return shipped;
  const { title, version } = shipped['info'] as Draft;
  return withoutConst({ ...shipped, openapi: '3.0.3', info: { title, version } }) as Draft;
}

/** OpenAPI 3.0 has no `const`, and no summary of the whole. */
function withoutConst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutConst);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) =>
      name === 'const' ? ['enum', [inner]] : [name, withoutConst(inner)],
    ),
  );
}

/** JSON Merge Patch (RFC 7396): null removes a member. */
function merge(target: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) return patch;
  const merged: Draft = isJsonObject(target) ? { ...target } : {};
  for (const [name, inner] of Object.entries(patch)) {
    if (inner === null) Reflect.deleteProperty(merged, name);
    else merged[name] = merge(merged[name], inner);
  }
  return merged;
}
