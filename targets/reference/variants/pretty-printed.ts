import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

/** JSON is indented and ends with a line end, as recorded. */
export const variant: Variant = {
  id: 'pretty-printed',
  description: 'JSON is indented and ends with a line end, as recorded.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.body === null
        ? answer
        : { ...answer, payload: `${JSON.stringify(answer.body, null, 2).replaceAll(',\n', ', \n')}\n` },
    );
  },
};
