import type { Case } from '../../generators/case.ts';

/**
 * Tells whether a case is about something that a gateway in front of the application may decide: credentials,
 * method or path.
 */
export function isGatewayLevel({ aspect }: Case): boolean {
  return aspect === 'credentials' || aspect === 'method' || aspect === 'path';
}
