import type { Call } from '../call.ts';

/** What a call has in Authorization: its scheme, and what follows it; both empty where there is none. */
export function sentCredentials({ headers }: Call): { readonly scheme: string; readonly value: string } {
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ');
  return { scheme, value };
}
