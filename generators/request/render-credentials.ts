import { Buffer } from 'node:buffer';
import { rememberLast } from '../../spec/remember.ts';
import type { Credentials } from '../case.ts';
import { changeSlot } from './change-slot.ts';
import { RenderError } from './render-piece.ts';
import { renderPiece } from './render-parts.ts';
import type { Slots } from './render-parts.ts';

/** The user whose credentials are sent to a target. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

// Visible characters, blanks and obs-text (RFC 9110 section 5.5): a header cannot carry anything else.
const fieldValue = /^[\t\x20-\x7E\x80-\xFF]*$/;

/** The value of Authorization, or null if none is sent. Wrong credentials are derived from the right ones. */
export function renderCredentials(credentials: Credentials, login: Login, slots: Slots): string | null {
  switch (credentials.type) {
    case 'none':
      return null;
    case 'header':
      return sendable(credentials.value);
    case 'bearer':
      return sendable(`${credentials.scheme ?? 'Bearer'} ${renderPiece(credentials.token, slots, asIs)}`);
    case 'valid':
      return basic(login.username, login.password).replace('Basic', credentials.scheme ?? 'Basic');
    case 'wrong-user':
      return basic(`${login.username}-unknown`, login.password);
    case 'wrong-password':
      return basic(login.username, wrong(login.password));
    case 'empty-password':
      return basic(login.username, login.password === '' ? wrong('') : '');
    case 'case-swapped-password':
      return basic(login.username, changeSlot(login.password, 'case-swapped'));
    case 'truncated-password':
      return basic(login.username, changeSlot(login.password, 'truncated'));
    case 'padded-password':
      return basic(login.username, changeSlot(login.password, 'padded'));
    case 'blank-padded-password':
      return basic(login.username, changeSlot(login.password, 'blank-appended'));
    // A password may contain a colon (RFC 7617 section 2): it extends to the end.
    case 'colon-padded-password':
      return basic(login.username, `${login.password}:x`);
    case 'blank-padded-user':
      return basic(` ${login.username}`, login.password);
    case 'other-scheme':
      return basic(login.username, login.password).replace('Basic', 'Other');
    case 'basic':
      return basic(
        renderPiece(credentials.username, slots, asIs),
        renderPiece(credentials.password, slots, asIs),
      );
  }
}

/** Changed at its beginning, since hashes such as bcrypt ignore the end of a long password. */
function wrong(password: string): string {
  return `wrong-${password}`;
}

/** RFC 7617, with the user name and password as UTF-8. */
function basic(username: string, password: string): string {
  return basicOf(`${username}:${password}`);
}

const basicOf = rememberLast((userPass) => `Basic ${Buffer.from(userPass).toString('base64')}`);

function asIs(text: string): string {
  return text;
}

function sendable(value: string): string {
  if (!fieldValue.test(value)) throw new RenderError('header-unsendable', 'Authorization');
  return value;
}
