import type { Rule } from '../rule.ts';
import { generateClientAsAsked } from './generate-client-as-asked.ts';
import { generateClientDeletable } from './generate-client-deletable.ts';
import { generateClientManageable } from './generate-client-manageable.ts';
import { generateClientReadable } from './generate-client-readable.ts';
import { generateRefreshWorks } from './generate-refresh-works.ts';
import { generateRevocationWorks } from './generate-revocation-works.ts';
import { generateScopeWithinAsked } from './generate-scope-within-asked.ts';

/** The session rules on generated tokens. */
export const generateRules: readonly Rule[] = [
  generateClientAsAsked,
  generateClientDeletable,
  generateClientManageable,
  generateClientReadable,
  generateRefreshWorks,
  generateRevocationWorks,
  generateScopeWithinAsked,
];
