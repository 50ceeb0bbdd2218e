/**
 * Placeholder in cases for the mark of the run: random text that tells its clients from those of any other run, even of
 * one that sends the same cases. It has the length and alphabet of a mark, so that nothing else in a case depends on
 * the mark. It is not a word that is drawn by chance.
 */
export const runMark = 'therunmark';

/** The prefix of the name of every client that a setup step registers, so that clients left behind can be found. */
export const fixturePrefix = 'conformance-';
