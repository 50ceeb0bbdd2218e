import type { ContractProblem } from './contract-error.ts';
import type { DescribedOperation } from './described-operations.ts';
import type { JsonObject } from './json-object.ts';
import { arrayOrEmpty, objectOrEmpty } from './json-object.ts';
import { formatPointer } from './json-pointer.ts';

/**
 * The base path of the operations in an OpenAPI 3 document, by the servers of each operation or else of the document.
 * A problem if they do not share one: a run drives one target, and knows one base path.
 */
export function commonBasePath(
  document: JsonObject,
  operations: readonly DescribedOperation[],
): string | ContractProblem {
  const paths = objectOrEmpty(document['paths']);
  const found = operations.map(({ path, method }) => {
    const own = objectOrEmpty(objectOrEmpty(paths[path])[method])['servers'];
    const base = basePath(own ?? document['servers']);
    return {
      base,
      pointer: formatPointer(own === undefined ? ['servers'] : ['paths', path, method, 'servers']),
    };
  });
  const invalid = found.find(({ base }) => base === undefined);
  if (invalid !== undefined) return { pointer: `${invalid.pointer}/0/url`, message: 'is not a valid URL' };
  const usual = mostFrequent(found.flatMap(({ base }) => base ?? []));
  const other = found.find(({ base }) => base !== usual);
  if (other === undefined) return usual;
  const message = `has the base path "${other.base ?? ''}", and others have "${usual}"; a run drives one base path`;
  return { pointer: other.pointer, message };
}

function mostFrequent(texts: readonly string[]): string {
  const count = (text: string): number => texts.filter((other) => other === text).length;
  return texts.toSorted((left, right) => count(right) - count(left))[0] ?? '';
}

/**
 * The path of the first of several servers, without a trailing slash; empty where there is no server. Variables take
 * their default values. Returns undefined for a URL that cannot be parsed.
 */
function basePath(servers: unknown): string | undefined {
  const server = objectOrEmpty(arrayOrEmpty(servers)[0]);
  const template = typeof server['url'] === 'string' ? server['url'] : '/';
  const variables = objectOrEmpty(server['variables']);
  const url = template.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = objectOrEmpty(variables[name])['default'];
    return typeof value === 'string' ? value : name;
  });
  if (!URL.canParse(url, 'https://localhost/')) return undefined;
  return new URL(url, 'https://localhost/').pathname.replace(/(?<!\/)\/+$/, '');
}
