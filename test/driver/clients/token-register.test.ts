import { describe, expect, it } from '@jest/globals';
import { TokenRegister } from '../../../driver/clients/token-register.ts';

describe('the tokens of a run', () => {
  it('may be given to one client several times', () => {
    const register = new TokenRegister();
    expect([register.give('t', 'a'), register.give('t', 'a')]).toEqual([false, false]);
    expect(register.isOthers('t')).toBe(false);
  });

  it('are not ours alone once two clients were given one', () => {
    const register = new TokenRegister();
    register.give('t', 'a');
    expect(register.give('t', 'b')).toBe(true);
    expect(register.give('t', 'b')).toBe(true);
    expect(register.isOthers('t')).toBe(true);
  });

  it('are not ours where they came with the client of somebody else', () => {
    const register = new TokenRegister();
    register.disown('t');
    expect(register.isOthers('t')).toBe(true);
    expect(register.isOthers('made-up')).toBe(false);
  });
});
