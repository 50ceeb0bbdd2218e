import type { PlainAnswer, PlainAttempt } from './answered.ts';

/** A registration as a case sends it. */
export const sentClient = {
  client_name: 'Reporting Ω',
  client_description: 'Reads reports, nightly.',
  redirect_uris: ['https://b.example/cb', 'https://a.example/cb'],
  default_scopes: ['all', 'read'],
};

/** The answer about that client. */
export const client = { client_id: 'k3Jd92Lm', client_secret: 'S-9f2k-LmQp-77Xz', ...sentClient };

/** The values that the target chose for that client. */
export const clientSlots = { 'client.id': client.client_id, 'client.secret': client.client_secret };

export const clientPath = ['oauth', 'client', { slot: 'client.id' }] as const;

/** The step that registered it. */
export const registerStep = { json: sentClient, answer: { status: 200, body: client } } as const;

/** A token as the token operation returns it. */
export const token = {
  access_token: 'a7Fq0Zp2LmN8sXv3RtYw6KdHjB1cQe',
  token_type: 'bearer',
  expires_in: 3600,
  refresh_token: 'r9Gt4Vb7NxC2mZk5PwLs8HqDfJ0yUa',
  scope: 'all',
};

/** A token as generate_token returns it. */
export const generated = {
  client_id: client.client_id,
  client_secret: client.client_secret,
  oauth_token: {
    access_token: token.access_token,
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token: token.refresh_token,
    scopes: ['all'],
  },
};

/** A status envelope as the contract defines it. */
export function envelope(code: number, more: object = {}): object {
  return {
    api_version: '3.1.0',
    code,
    kind: 'oauth_client',
    message_list: [{ message: 'client_name is missing.', reason: 'MISSING_ATTRIBUTE' }],
    state: 'ERROR',
    ...more,
  };
}

/** An error with that envelope. */
export function refusal(status: number, more: object = {}): PlainAnswer {
  return { status, body: envelope(status, more) };
}

/** A broken registration and its answer. */
export function refused(answer: PlainAnswer, more: Partial<PlainAttempt> = {}): PlainAttempt {
  return {
    operation: 'oauth_client_post',
    expectation: 'refuse',
    brokenAt: '/client_name',
    json: {},
    answer,
    ...more,
  };
}
