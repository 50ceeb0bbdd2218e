import { contentLengthNotWith204 } from '../../../checks/header/rules.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';

const answered = (status: number, headers: Readonly<Record<string, string>>): PlainAttempt => ({
  operation: 'oauth_client_client_id_delete',
  answer: { status, headers },
});

describeRule(contentLengthNotWith204, {
  passes: { 'no length': answered(204, {}) },
  violates: { 'a length of nothing': [answered(204, { 'content-length': '0' }), 'header content-length'] },
  passesOver: { 'a body that is empty': answered(200, { 'content-length': '0' }) },
});
