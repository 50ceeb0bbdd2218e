import { authVariants } from './auth.ts';
import { authorizeVariants } from './authorize.ts';
import { bearerVariants } from './bearer.ts';
import { clientVariants } from './client.ts';
import { errorVariants } from './error.ts';
import { generateVariants } from './generate.ts';
import { listVariants } from './list.ts';
import { loginVariants } from './login.ts';
import { methodVariants } from './method.ts';
import { requestVariants } from './request.ts';
import { responseVariants } from './response.ts';
import { revokeVariants } from './revoke.ts';
import { tokenVariants } from './token.ts';
import type { Variant } from './variant.ts';

/** All variants, sorted by id. */
export const variants: readonly Variant[] = [
  ...authVariants,
  ...authorizeVariants,
  ...bearerVariants,
  ...clientVariants,
  ...errorVariants,
  ...generateVariants,
  ...listVariants,
  ...loginVariants,
  ...methodVariants,
  ...requestVariants,
  ...responseVariants,
  ...revokeVariants,
  ...tokenVariants,
].toSorted((one, other) => (one.id < other.id ? -1 : 1));
