import { commonBasePath } from './base-path.ts';
import { bundledContract } from './bundled-contract.ts';
import { checkedPart, resolvedPart } from './checked-part.ts';
import { ContractError } from './contract-error.ts';
import type { JsonObject } from './json-object.ts';
import { objectOrEmpty } from './json-object.ts';
import { openapiVersion, upgradeDocument } from './openapi-version.ts';
import type { OperationId } from './operation-ids.ts';
import type { Contract, Operation } from './operation.ts';
import { pickOperation } from './pick-operation.ts';
import { plainDocument } from './plain-document.ts';
import type { ReadingOptions } from './read-document.ts';
import { DocumentReader } from './read-document.ts';

/**
 * Loads the contract from an OpenAPI 2.0, 3.0 or 3.1 document, JSON or YAML, at a file path or http(s) URL. The
 * document must have all 12 operations, which are found by method and path. The rest of the document is ignored. Throws
 * a ContractError with every problem found in the OAuth part.
 */
export function loadContract(source: string, options: ReadingOptions = {}): Promise<Contract> {
  return load(source, checkedPart, options);
}

/**
 * Loads the contract of this package without checking it for problems, which would take longer than the rest of the
 * start of a run. The tests of this project check that it has none.
 */
export function loadBundledContract(): Promise<Contract> {
  return load(bundledContract, resolvedPart);
}

async function load(
  source: string,
  partOf: typeof checkedPart,
  options: ReadingOptions = {},
): Promise<Contract> {
  const reader = new DocumentReader(options);
  const read = await reader.read(source);
  const [version, document] = openapiVersion(read.value, source);
  const checked = await partOf({ ...read, source, version, document }, reader);
  const { part, oauthPaths, operations, definitions } = checked;
  const upgraded = upgradeDocument(plainDocument(part, operations, definitions));
  const base = commonBasePath(upgraded, operations);
  if (typeof base !== 'string') throw new ContractError('invalid', source, [base]);
  const paths = objectOrEmpty(upgraded['paths']);
  const picked = operations.map(({ id, path, method }): [OperationId, Operation] => [
    id,
    pickOperation(id, objectOrEmpty(objectOrEmpty(paths[path])[method]), upgraded),
  ]);
  return {
    ...titleAndVersion(document),
    sha256: read.sha256,
    basePath: base + oauthPaths.prefix,
    operations: Object.fromEntries(picked) as Record<OperationId, Operation>,
  };
}

function titleAndVersion(document: JsonObject): { title: string; version: string } {
  const { title, version } = objectOrEmpty(document['info']);
  return { title: String(title), version: String(version) };
}
