/**
 * Calls `work` for each item, at most `limit` at a time, in no promised order of completion. An item is drawn
 * only when there is room for it. The first error stops the drawing, and is thrown when all begun work has ended.
 */
export async function mapConcurrently<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = [];
  const active = new Set<Promise<void>>();
  for await (const item of items) {
    const done: Promise<void> = work(item)
      .catch((error: unknown) => {
        errors.push(error);
      })
      .finally(() => active.delete(done));
    active.add(done);
    if (active.size >= limit) await Promise.race(active);
    if (errors.length > 0) break;
  }
  await Promise.all(active);
  if (errors.length > 0) throw errors[0];
}
