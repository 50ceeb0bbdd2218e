import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs a test with a file of the given content, which is removed afterwards. */
export async function withFile<Value>(
  content: unknown,
  use: (file: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(path.join(tmpdir(), 'target-file-'));
  const file = path.join(folder, 'file.yaml');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The problems reported when a file of the given content is loaded; none if it loads. */
export async function problemsOf(
  content: unknown,
  load: (file: string) => Promise<unknown>,
): Promise<unknown> {
  return withFile(content, (file) =>
    load(file).then(
      () => [],
      (error: unknown) => (error as { readonly problems?: unknown }).problems ?? error,
    ),
  );
}
