import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs a test with a file of some content, which is gone afterwards. */
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

/** The problems that loading a file of some content tells; none where it loads. */
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
