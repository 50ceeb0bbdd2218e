import { jsonAnswer } from '../answer.ts';
import type { Perform } from './operation.ts';

/** GET /users/me: who calls. Outside the OAuth contract; where the vendor's own sample uses an access token. */
export const usersMe: Perform = (_call, { login }) =>
  jsonAnswer(200, {
    name: login.username,
  });
