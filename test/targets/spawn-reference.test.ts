import { describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { spawnReference, SpawnReferenceError } from '../../targets/spawn-reference.ts';

const basic = (login: string): string => `Basic ${Buffer.from(login).toString('base64')}`;

async function status(url: string, login: string): Promise<number> {
  const response = await request(`${url}/users/me`, { headers: { authorization: basic(login) } });
  await response.body.dump();
  return response.statusCode;
}

describe('spawnReference', () => {
  it('starts a target that answers, and leaves nothing behind when it is closed', async () => {
    const reference = await spawnReference();
    expect(await status(reference.url, 'admin:nutanix/4u')).toBe(200);
    await reference.close();
    await expect(status(reference.url, 'admin:nutanix/4u')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('hands on credentials, faults and variants', async () => {
    const options = { username: 'u', password: 'p:ü', faults: ['no-date'], variants: ['connection-close'] };
    const reference = await spawnReference(options);
    const response = await request(`${reference.url}/users/me`, {
      headers: { authorization: basic('u:p:ü') },
    });
    await response.body.dump();
    await reference.close();
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({ connection: 'close' });
    expect(response.headers).not.toHaveProperty('date');
  });

  it('fails for a fault that does not exist', async () => {
    await expect(spawnReference({ faults: ['nonsense'] })).rejects.toThrow(SpawnReferenceError);
  });
});
