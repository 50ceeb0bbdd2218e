import { describe, expect, it } from '@jest/globals';
import { Places } from '../../../../suites/engine/pace/places.ts';

describe('places', () => {
  it('are given to as many as there are, in the order of asking', async () => {
    const places = new Places(2);
    const order: string[] = [];
    const ask = async (name: string): Promise<void> => {
      await places.take();
      order.push(name);
    };
    await Promise.all([ask('a'), ask('b')]);
    const late = Promise.all([ask('c'), ask('d')]);
    await Promise.resolve();
    expect(order).toEqual(['a', 'b']);
    places.give();
    places.give();
    await late;
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are free while their owner waits, who goes on before those that have not begun', async () => {
    const places = new Places(1);
    const order: string[] = [];
    await places.take();
    let end = (): void => undefined;
    const waiting = places
      .lend(() => new Promise<void>((resolve) => (end = resolve)))
      .then(() => order.push('waited'));
    await places.take();
    order.push('other');
    const last = places.take().then(() => order.push('last'));
    end();
    await new Promise(setImmediate);
    expect(order).toEqual(['other']);
    places.give();
    await waiting;
    expect(order).toEqual(['other', 'waited']);
    places.give();
    await last;
  });
});
