import { describe, expect, it } from '@jest/globals';
import { ClientRegister } from '../../../driver/clients/client-register.ts';

describe('the standing of an id that a registration is answered with', () => {
  it('is that of a new one where nothing was seen of it', () => {
    const register = new ClientRegister();
    expect(register.standingOf('a', register.now())).toBe('new');
  });

  it('is that of another where it stood there before the run, or was seen before the request was sent', () => {
    const register = new ClientRegister({ ids: ['old'], isWhole: true });
    register.see('seen');
    const sentAt = register.now();
    expect(register.standingOf('old', sentAt)).toBe('before');
    expect(register.standingOf('seen', sentAt)).toBe('meanwhile');
  });

  it('is that of a new one where it was listed before its registration was answered', () => {
    const register = new ClientRegister();
    const sentAt = register.now();
    register.see('ours');
    expect(register.isOthers('ours')).toBe(true);
    expect(register.standingOf('ours', sentAt)).toBe('new');
    register.own('ours');
    expect(register.isOthers('ours')).toBe(false);
    register.see('ours');
    expect(register.isOthers('ours')).toBe(false);
  });

  it('tells what an earlier registration was given', () => {
    const register = new ClientRegister();
    register.own('a');
    expect(register.standingOf('a', register.now())).toBe('earlier');
  });

  it.each(['OLD', 'old ', '%6fld', '%256Fld', 'old\0x', '\uFF4Fld', 'ol\u200Bd'])(
    'is in doubt where it may be taken for that of another: %j',
    (id) => {
      const register = new ClientRegister({ ids: ['old'], isWhole: true });
      expect(register.standingOf(id, register.now())).toBe('doubtful');
      expect(register.isOthers(id)).toBe(true);
    },
  );

  it.each(['..', '.', '*', '%', 'a/b', 'a\\b', 'a?b', 'a#b', 'a;b', 'a b', 'a&b', '\u202E'])(
    'is in doubt where it leads elsewhere or matches others: %j',
    (id) => {
      const register = new ClientRegister();
      expect(register.standingOf(id, register.now())).toBe('doubtful');
    },
  );

  it.each(['4711', 'AbC-_9', '01890a5d-ac96-774b-bcce-b302099a8057', 'urn:client:7', '{7}', 'Zm9v+A=='])(
    'is in no doubt for an ordinary id: %j',
    (id) => {
      const register = new ClientRegister({ ids: ['4712'], isWhole: true });
      expect(register.standingOf(id, register.now())).toBe('new');
    },
  );

  it('is always in doubt where what stood there before is not known whole', () => {
    const register = new ClientRegister({ ids: [], isWhole: false });
    expect(register.standingOf('a', register.now())).toBe('doubtful');
  });

  it('falls into doubt, and grows no more, where a target lists clients without end', () => {
    const register = new ClientRegister();
    for (let count = 0; count <= 100_000; count += 1) register.see(`other-${count}`);
    expect(register.standingOf('a', register.now())).toBe('doubtful');
    expect(register.isOthers('other-100000')).toBe(false);
  });
});

describe('what belongs to others', () => {
  it('is not an id of ours that is like theirs', () => {
    const register = new ClientRegister({ ids: ['aB'], isWhole: true });
    register.own('Ab');
    expect(register.isOthers('Ab')).toBe(false);
    expect(register.isOthers('aB')).toBe(true);
    expect(register.isOthers('AB')).toBe(true);
  });

  it('is nothing that was made up and stands nowhere', () => {
    const register = new ClientRegister({ ids: ['a'], isWhole: true });
    expect(register.isOthers('invented')).toBe(false);
  });
});
