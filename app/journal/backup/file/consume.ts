/** Runs `work` on each item in turn. Resolves with what the generator returns at its end, which `for await` drops. */
export async function consume<Item, End>(
  items: AsyncGenerator<Item, End>,
  work: (item: Item) => Promise<void> | void,
): Promise<End> {
  let ended = false;
  try {
    for (;;) {
      const next = await items.next();
      ended = next.done ?? false;
      if (next.done) return next.value;
      await work(next.value);
    }
  } finally {
    if (!ended) await items.return(undefined as never).catch(() => undefined);
  }
}
