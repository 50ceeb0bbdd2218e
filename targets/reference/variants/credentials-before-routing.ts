import { findRoute, basePath } from '../route.ts';
import type { Variant } from './variant.ts';

/** Without credentials every path and method is 401. */
export const variant: Variant = {
  id: 'credentials-before-routing',
  description: 'Without credentials every path and method is 401.',
  install: (behaviour) => {
    behaviour.wrappers.push((call, next) => {
      if (call.operation !== null || call.method === 'OPTIONS') return next(call);
      return call.headers.authorization === undefined
        ? next({ ...call, ...findRoute('GET', `${basePath}/users/me`), method: 'GET' })
        : next(call);
    });
  },
};
