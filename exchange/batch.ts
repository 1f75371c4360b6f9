/**
 * Group commit: items that arrive while one batch is being written wait and share the next. One transaction and one
 * flush to disk then serve many callers; a lone caller waits for nobody.
 */
export function batched<Item, Outcome>(
  run: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  most: number,
): (item: Item) => Promise<Outcome> {
  interface Waiting {
    readonly item: Item;
    readonly settle: (outcome: Outcome) => void;
    readonly fail: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    for (let batch = waiting.splice(0, most); batch.length > 0; batch = waiting.splice(0, most)) {
      try {
        const outcomes = await run(batch.map(({ item }) => item));
        if (outcomes.length !== batch.length) throw new Error('A batch gives one outcome for each item');
        outcomes.forEach((outcome, index) => batch[index]?.settle(outcome));
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise((settle, fail) => {
      waiting.push({ item, settle, fail });
      if (!running) void drain();
    });
}
