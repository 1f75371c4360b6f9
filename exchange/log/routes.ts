/** The public face of the log: checkpoint, tiles, entry bundles. */
import { formatPolicy, parseTilePath } from '@urtuu/evidence';
import { isUuid, ok, refuse } from '@urtuu/kernel';
import { withHeaders, type Handlers } from '@urtuu/platform';
import type { Context } from '../context.ts';
import type { ReceiptLevel } from '../receipts/receipt.ts';
import type { ExchangeTables } from '../tables.ts';
import { ownPolicy } from '../witness/own-policy.ts';
import { publishedCheckpoint } from '../witness/published.ts';
import { makeCheckpoint } from './checkpoints.ts';
import type { logContract } from './contract.ts';
import { eraseSalts } from './erase-salts.ts';
import { evidenceOfReceipt } from './evidence-of.ts';
import { readTile } from './read-tile.ts';

/** A checkpoint is replaced by the next one; a tile is for ever. */
const A_MOMENT = { 'cache-control': 'public, max-age=2' };
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

export function createLogRoutes(context: Context, ownProfile: () => string): Handlers<typeof logContract> {
  const { database } = context;
  const receipt = (params: { transmissionId: string; level: ReceiptLevel }) =>
    isUuid(params.transmissionId)
      ? evidenceOfReceipt(context, database, params)
      : Promise.resolve(refuse({ code: 'business/not-found' } as const));
  return {
    async logCheckpoint() {
      const published = await publishedCheckpoint(database, await ownPolicy(context));
      const { note } = published ?? (await makeCheckpoint(context, database));
      return ok(withHeaders(Buffer.from(note), A_MOMENT));
    },
    async logPolicy() {
      return ok(withHeaders(Buffer.from(formatPolicy(await ownPolicy(context))), A_MOMENT));
    },
    async logKeys() {
      const rows = await database
        .tables<ExchangeTables>()
        .selectFrom('exchange_institution')
        .select('signed_profile')
        .orderBy('institution_id')
        .execute();
      const profiles = [ownProfile(), ...rows.map((row) => row.signed_profile)];
      return ok({ policy: formatPolicy(await ownPolicy(context)), profiles });
    },
    async eraseSalts({ params, body, principal }) {
      if (!isUuid(params.documentId)) return refuse({ code: 'business/not-found' });
      const erasure = { legalBasis: body.legalBasis, operator: principal };
      const erased = await eraseSalts(context, params, erasure);
      return erased.ok ? ok({ indexes: [...erased.value.indexes] }) : erased;
    },
    async receiptProof({ params }) {
      const found = await receipt(params);
      if (!found.ok) return found;
      const name = `${params.transmissionId}-${params.level}.tlog-proof`;
      return ok(withHeaders(Buffer.from(found.value.proof), download(name)));
    },
    async signedReceipt({ params }) {
      const found = await receipt(params);
      if (!found.ok) return found;
      const name = `${params.transmissionId}-${params.level}.json`;
      return ok(withHeaders(Buffer.from(found.value.document), download(name)));
    },
    async logTile({ params }) {
      const tile = parseTilePath(params['*']);
      const bytes = tile && (await readTile(database, tile));
      if (bytes === undefined) return refuse({ code: 'business/not-found' });
      return ok(withHeaders(bytes, FOR_EVER));
    },
  };
}

/** A file with a name, to be kept. */
function download(name: string): Readonly<Record<string, string>> {
  return { 'content-disposition': `attachment; filename="${name}"` };
}
