import type { Variant } from './variant.ts';

/** All variants, sorted by id. */
export const variants: readonly Variant[] = [];
