import { parseFilter } from '../parse-filter.ts';
import { Refusal } from '../refusal.ts';
import type { Variant } from './variant.ts';

/** A filter that is not FIQL is ignored. */
export const variant: Variant = {
  id: 'odd-filters-ignored',
  description: 'A filter that is not FIQL is ignored.',
  install: (behaviour) => {
    behaviour.readFilter = (text) => {
      try {
        return parseFilter(text);
      } catch (error) {
        if (error instanceof Refusal) return () => true;
        throw error;
      }
    };
  },
};
