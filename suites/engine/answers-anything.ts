import { plainRequest } from '../../driver/plain-request.ts';
import type { Wire } from './run-case.ts';

/** Asks a target for one client of its list, which changes nothing: whether it answers at all, whatever it says. */
export async function answersAnything({ target, send }: Wire): Promise<boolean> {
  const { response } = await send(plainRequest(target, 'POST', '/oauth/client/list', { length: 1 }));
  return response !== null;
}
