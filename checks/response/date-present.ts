import type { AnswerRule } from '../rule.ts';
import { headerValues } from '../read/header-values.ts';
import { show } from '../read/show.ts';

/** IMF-fixdate, RFC 9110 section 5.6.7: the one form that is sent. */
const fixdate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** The standard demands it of a server with a clock only, and a tester cannot know: hence a SHOULD. */
export const datePresent: AnswerRule = {
  on: 'answer',
  id: 'response.date.present',
  level: 'SHOULD',
  source: { document: 'RFC 9110', section: '6.6.1' },
  claim: 'dates its answer, in the form of the standard',
  operations: 'all',
  appliesTo: ({ response }) => response.status < 500,
  judge: ({ response }) => {
    const [date] = headerValues(response, 'date');
    return date !== undefined && fixdate.test(date)
      ? []
      : [{ at: 'header Date', expected: 'an IMF-fixdate', actual: show(date) }];
  },
};
