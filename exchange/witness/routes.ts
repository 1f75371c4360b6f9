import { ok, refuse } from '@urtuu/kernel';
import { otherAnswer, withHeaders, type Handlers } from '@urtuu/platform';
import type { Context } from '../context.ts';
import type { ExchangeTables } from '../tables.ts';
import { SIZE_MEDIA, type witnessContract } from './contract.ts';
import { cosign } from './cosign.ts';

/** A checkpoint with sixteen signatures of the longest kind fits. */
const MOST_BYTES = 256 * 1024;

export function createWitnessRoutes(context: Context): Handlers<typeof witnessContract> {
  return {
    async addCheckpoint({ raw }) {
      if (raw.bytes.length > MOST_BYTES) return refuse({ code: 'witness/malformed' });
      const answer = await cosign(context, Buffer.from(raw.bytes).toString());
      switch (answer.kind) {
        case 'cosigned':
          return ok(Buffer.from(answer.lines));
        case 'conflict':
          return ok(otherAnswer(409, SIZE_MEDIA, Buffer.from(`${answer.size}\n`)));
        case 'refused':
          return refuse({ code: `witness/${answer.code}` });
      }
    },
    async witnessedCheckpoint({ params }) {
      const row = await context.database
        .tables<ExchangeTables>()
        .selectFrom('exchange_witnessed')
        .select('note')
        .where('origin_hash', '=', params.log)
        .where('note', '<>', '')
        .executeTakeFirst();
      if (row === undefined) return refuse({ code: 'business/not-found' });
      return ok(withHeaders(Buffer.from(row.note), { 'cache-control': 'public, max-age=2' }));
    },
  };
}
