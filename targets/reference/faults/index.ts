import { authFaults } from './auth.ts';
import { authorizeFaults } from './authorize.ts';
import { bearerFaults } from './bearer.ts';
import { clientFaults } from './client.ts';
import { codeFaults } from './code.ts';
import { errorFaults } from './error.ts';
import type { Fault } from './fault.ts';
import { generateFaults } from './generate.ts';
import { headerFaults } from './header.ts';
import { listFaults } from './list.ts';
import { loginFaults } from './login.ts';
import { methodFaults } from './method.ts';
import { refreshFaults } from './refresh.ts';
import { requestFaults } from './request.ts';
import { responseFaults } from './response.ts';
import { revokeFaults } from './revoke.ts';
import { robustnessFaults } from './robustness.ts';
import { sessionFaults } from './session.ts';
import { tokenFaults } from './token.ts';

/** All faults, sorted by id. */
export const faults: readonly Fault[] = [
  ...authFaults,
  ...authorizeFaults,
  ...bearerFaults,
  ...clientFaults,
  ...codeFaults,
  ...errorFaults,
  ...generateFaults,
  ...headerFaults,
  ...listFaults,
  ...loginFaults,
  ...methodFaults,
  ...refreshFaults,
  ...requestFaults,
  ...responseFaults,
  ...revokeFaults,
  ...robustnessFaults,
  ...sessionFaults,
  ...tokenFaults,
].toSorted((one, other) => (one.id < other.id ? -1 : 1));
