/**
 * Stands in every case where a request of a run has the mark of that run: random text by which its clients can be told
 * from those of any other run, also of one that sends the same cases. Of the same length and alphabet as a mark, so that
 * nothing else of a case depends on it, and no word that is drawn by chance.
 */
export const runMark = 'therunmark';

/** What the name of every client that a setup step registers begins with, so that left ones can be found. */
export const fixturePrefix = 'conformance-';
