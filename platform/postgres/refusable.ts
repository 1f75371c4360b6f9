import type { Result } from '@urtuu/kernel';
import { transaction, type Database, type Tx } from './database.ts';

/**
 * A transaction whose refusal undoes everything, as a throw would, and is answered as a value. The work touches the
 * database alone: it runs anew where another transaction took the same rows in another order.
 */
export async function refusable<T, E>(
  { database }: { readonly database: Database },
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  let refused: Result<T, E> | undefined;
  try {
    return await transaction(
      database,
      async (tx) => {
        const result = await work(tx);
        if (result.ok) return result;
        refused = result;
        throw new Undone();
      },
      { retries: 3 },
    );
  } catch (error) {
    if (error instanceof Undone && refused !== undefined) return refused;
    throw error;
  }
}

/** Rolls the transaction back; it never leaves this file. */
class Undone extends Error {}
