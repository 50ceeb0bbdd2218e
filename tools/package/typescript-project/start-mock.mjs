import { startReference } from 'prism-oauth-conformance';

export default async () => {
  const { url, password } = await startReference();
  Object.assign(process.env, { PRISM_TARGET: url, PRISM_PASSWORD: password });
};
