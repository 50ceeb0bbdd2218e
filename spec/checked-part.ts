import { ContractError } from './contract-error.ts';
import type { ContractProblem } from './contract-error.ts';
import { describedOperations } from './described-operations.ts';
import type { DescribedOperation } from './described-operations.ts';
import { objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { formatPointer, parsePointer, resolvePointer } from './json-pointer.ts';
import { findOauthPaths, oauthPart } from './oauth-paths.ts';
import type { OauthPaths } from './oauth-paths.ts';
import type { OpenapiVersion } from './openapi-version.ts';
import type { DocumentReader, SourceDocument } from './read-document.ts';
import { ReferenceResolver } from './references/reference-resolver.ts';
import { schemaProblems, unknownTypes } from './schema-problems.ts';
import { schemasIn } from './schemas-in.ts';
import { semanticProblems } from './semantic-problems.ts';
import { structureProblems } from './structure-problems.ts';

/** A document that is known to be OpenAPI, with its version. */
export interface VersionedDocument extends SourceDocument {
  /** As the user named it. */
  readonly source: string;
  readonly version: OpenapiVersion;
  readonly document: JsonObject;
}

/** The OAuth part of a document, valid and with references resolved. */
export interface CheckedPart {
  readonly part: JsonObject;
  readonly oauthPaths: OauthPaths;
  readonly operations: readonly DescribedOperation[];
  /** The schemas that contain themselves, by the name under which the part refers to them. */
  readonly definitions: JsonObject;
}

/** The OAuth part of a document, with what is needed to say where in the document a problem is. */
interface ResolvedPart extends CheckedPart {
  readonly resolver: ReferenceResolver;
}

/** Cuts out the OAuth part and checks it. Throws a ContractError `invalid` with all problems, ordered by pointer. */
export async function checkedPart(
  versioned: VersionedDocument,
  reader: DocumentReader,
): Promise<CheckedPart> {
  const resolved = await resolvedPart(versioned, reader);
  const problems = await problemsOf(resolved, versioned);
  if (problems.length > 0) throw new ContractError('invalid', versioned.source, problems);
  return resolved;
}

/** Cuts out the OAuth part of a document that is known to be valid. */
export async function resolvedPart(
  versioned: VersionedDocument,
  reader: DocumentReader,
): Promise<ResolvedPart> {
  const { document, version } = versioned;
  const oauthPaths = findOauthPaths(document);
  const resolver = new ReferenceResolver(versioned, reader);
  const part = objectOrEmpty(await resolver.resolve(oauthPart(document, version, oauthPaths)));
  const operations = describedOperations(part, oauthPaths);
  return { part, oauthPaths, operations, definitions: Object.fromEntries(resolver.definitions), resolver };
}

async function problemsOf(
  { part, oauthPaths, operations, resolver }: ResolvedPart,
  { document, version }: VersionedDocument,
): Promise<readonly ContractProblem[]> {
  const inSource =
    (root: object) =>
    ({ pointer, message }: ContractProblem): ContractProblem => ({
      pointer: sourcePointer(root, pointer, resolver),
      message,
    });
  const schemas = [...new Set(operations.flatMap((described) => [...schemasIn(described)]))];
  const mistyped = new Set(schemas.filter((schema) => unknownTypes(schema).length > 0));
  const structure = await structureProblems(part, version, mistyped);
  return distinct([
    ...resolver.problems,
    ...semanticProblems({ document, part, oauthPaths, operations }),
    ...schemas.flatMap((schema) => schemaProblems(schema, version).map(inSource(schema))),
    ...structure.map(inSource(part)).filter((problem) => !isInGap(problem, resolver.problems)),
  ]);
}

/** Where in the source document a place below an object of the resolved part comes from. */
function sourcePointer(root: object, pointer: string, resolver: ReferenceResolver): string {
  const segments = parsePointer(pointer);
  for (let depth = segments.length; depth >= 0; depth -= 1) {
    const made = resolvePointer(root, formatPointer(segments.slice(0, depth)));
    const origin = typeof made === 'object' && made !== null ? resolver.originOf(made) : undefined;
    if (origin !== undefined) return origin + formatPointer(segments.slice(depth));
  }
  return pointer;
}

/** Whether a problem lies where a reference could not be resolved. The document is not to blame for such a problem. */
function isInGap({ pointer }: ContractProblem, gaps: readonly ContractProblem[]): boolean {
  return gaps.some((gap) => pointer === gap.pointer || pointer.startsWith(`${gap.pointer}/`));
}

function distinct(problems: readonly ContractProblem[]): ContractProblem[] {
  const unique = new Map(problems.map((problem) => [`${problem.pointer}\n${problem.message}`, problem]));
  return [...unique.values()].sort(byPointer);
}

function byPointer(left: ContractProblem, right: ContractProblem): number {
  if (left.pointer === right.pointer) return 0;
  return left.pointer < right.pointer ? -1 : 1;
}
