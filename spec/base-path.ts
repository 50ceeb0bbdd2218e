import { arrayOrEmpty, objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';

/**
 * The path of the first server of an OpenAPI 3 document, without a slash at the end; empty where there is none.
 * Variables have their default values. Returns undefined for a URL that cannot be read.
 */
export function basePath(document: JsonObject): string | undefined {
  const server = objectOrEmpty(arrayOrEmpty(document['servers'])[0]);
  const template = typeof server['url'] === 'string' ? server['url'] : '/';
  const variables = objectOrEmpty(server['variables']);
  const url = template.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = objectOrEmpty(variables[name])['default'];
    return typeof value === 'string' ? value : name;
  });
  if (!URL.canParse(url, 'https://localhost/')) return undefined;
  return new URL(url, 'https://localhost/').pathname.replace(/(?<!\/)\/+$/, '');
}
