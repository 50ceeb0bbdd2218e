import { operationIds, operationPaths } from '../../spec/operation-ids.ts';
import type { OperationId } from '../../spec/operation-ids.ts';

/** A key of `paths` at the beginning of a line, in YAML or JSON. */
const pathKey = /^\s*["']?(\/[^"'\s:]*)["']?\s*:/;

const methodKeys = {
  GET: /^\s*["']?get["']?\s*:/,
  POST: /^\s*["']?post["']?\s*:/,
  PUT: /^\s*["']?put["']?\s*:/,
  DELETE: /^\s*["']?delete["']?\s*:/,
} as const;

/**
 * The lines, counted from 1, where the operations begin in the text of an OpenAPI document, YAML or JSON. Without a line
 * of its own, an operation has that of its path, or none. The text is searched, not parsed: a line only says where to
 * look, and parsing YAML takes long.
 */
export function operationLines(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n');
  const paths = lines.flatMap((line, index) => {
    const [, path] = pathKey.exec(line) ?? [];
    return path === undefined ? [] : [{ path: withoutNames(path), index }];
  });
  return new Map(
    operationIds.flatMap((id): [OperationId, number][] => {
      const [method, path] = operationPaths[id];
      const found = paths.findIndex((candidate) => candidate.path.endsWith(withoutNames(path)));
      const start = paths[found]?.index;
      if (start === undefined) return [];
      const inner = lines.slice(start + 1, paths[found + 1]?.index);
      return [[id, start + 2 + inner.findIndex((line) => methodKeys[method].test(line))]];
    }),
  );
}

/** Names of path parameters differ between builds. */
function withoutNames(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}');
}
