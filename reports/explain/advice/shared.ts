import type { Advice } from './advice.ts';

// Advice for several areas.

export const unguessable: Advice = {
  why: 'A value that can be guessed is as good as published: whoever guesses it acts for its owner.',
  mend: 'Counters, times, hashes of known values and short random texts are the usual causes. Take at least 16 bytes from the random source of the system (`crypto.randomBytes`, `secrets`, `SecureRandom`).',
};

export const unique: Advice = {
  why: 'A value that is given twice belongs to two owners, who then act for each other.',
  mend: 'Constants, caches and values derived from the input are the usual causes. Make a new random value each time, and let the store refuse one that it has.',
};

export const visible: Advice = {
  why: 'Values with other characters break in headers, forms and logs.',
  mend: 'Raw random bytes are used as text. Encode them as base64url or hex.',
};

export const issued: Advice = {
  why: 'Invented or altered values open the door.',
  mend: 'Values are compared by prefix or length, decoded without checking the signature, or not looked up at all. Look up the whole value among those that were issued, of this kind only.',
};

export const works: Advice = {
  why: 'A client that did everything right has no access.',
  mend: 'The value is stored in another place or form than it is looked up in, expires at once, or was replaced by a later one. Follow one value from its issue to its use.',
};

export const ended: Advice = {
  why: 'Access that was taken away goes on.',
  mend: 'Tokens are checked without the store, or only one of their kinds is removed. Look up each token and its client when it is used, and delete what hangs on a client or grant together with it.',
};

export const ofOthers: Advice = {
  why: 'One login ends another that has nothing to do with it.',
  mend: 'Only one token is kept for each user or client. Keep tokens by their own value.',
};
