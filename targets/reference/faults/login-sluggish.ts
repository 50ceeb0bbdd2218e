import { setTimeout } from 'node:timers/promises';
import { concerns } from '../wrap/concerns.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_adfs_login_get'] as const;

/** Over the limit of detection, and under its deadline. */
const delayMs = 600;

/** The redirect to ADFS takes its time. */
export const fault: Fault = {
  id: 'login-sluggish',
  description: 'The redirect to ADFS takes its time.',
  trips: ['robustness.answer.prompt'],
  operations,
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next) => {
      if (concerns(operations, call)) await setTimeout(delayMs);
      return next(call);
    });
  },
};
