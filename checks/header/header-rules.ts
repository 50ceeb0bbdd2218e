import type { Rule } from '../rule.ts';
import { authorizeFramingDenied } from './authorize-framing-denied.ts';
import { contentLengthNotWith204 } from './content-length-not-with-204.ts';
import { cookieAttributesOnce } from './cookie-attributes-once.ts';
import { cookieHttpOnly } from './cookie-http-only.ts';
import { cookieSameSite } from './cookie-same-site.ts';
import { cookieSecure } from './cookie-secure.ts';
import { corsNotReflected } from './cors-not-reflected.ts';
import { frameOptionsWellFormed } from './frame-options-well-formed.ts';
import { hstsSingle } from './hsts-single.ts';
import { hstsWellFormed } from './hsts-well-formed.ts';
import { loginNotCacheable } from './login-not-cacheable.ts';
import { nosniffWellFormed } from './nosniff-well-formed.ts';
import { secretAbsent } from './secret-absent.ts';
import { serverVersionHidden } from './server-version-hidden.ts';

/** The rules over response headers that any answer may have: none of them is in the contract. */
export const headerRules: readonly Rule[] = [
  hstsWellFormed,
  hstsSingle,
  nosniffWellFormed,
  frameOptionsWellFormed,
  authorizeFramingDenied,
  cookieSecure,
  cookieHttpOnly,
  cookieSameSite,
  cookieAttributesOnce,
  contentLengthNotWith204,
  serverVersionHidden,
  secretAbsent,
  loginNotCacheable,
  corsNotReflected,
];
