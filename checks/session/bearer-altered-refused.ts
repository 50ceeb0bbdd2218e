import type { Attempt } from '../rule.ts';
import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

const alterations = [
  'use-truncated',
  'use-case-swapped',
  'use-changed',
  'use-changed-end',
  'use-unsigned',
  'use-invented',
] as const;

/** A character more may vanish when the last part of a signed token is decoded: only opaque ones are judged on it. */
export const bearerAlteredRefused = sessionRule({
  id: 'bearer.altered.refused',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '7' },
  claim: 'takes no token that was not issued as it is',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: {
    appliesTo: refuses(...alterations).appliesTo,
    judge: (attempt) => refuses(...alterations, ...(isSigned(attempt) ? [] : ['use-padded'])).judge(attempt),
  },
});

function isSigned({ slots }: Attempt): boolean {
  return slots.get('access_token')?.includes('.') === true;
}
