import { ok, refuse, type Result } from '@urtuu/kernel';
import { jsonb, sql, type Tx } from '@urtuu/platform';
import { sha256 } from '../crypto/digest.ts';
import type { ProfileRefusal } from '../exchange.ts';
import { openLog } from '../log/open-log.ts';
import type { ExchangeTables } from '../tables.ts';
import { issuedAt, readProfile, type ReadProfile } from './profile.ts';

export interface TrustSource {
  readonly at: Date;
  readonly random: (length: number) => Uint8Array;
}

/**
 * Imports a partner's profile. The first one of an institution is trusted because an operator imports it; a later one
 * must be signed by a key already known and not ended, so that neither a stolen address nor a key that was given up
 * can bring new keys. One older than the profile kept changes nothing: a file left lying undoes no rollover. Keys are
 * kept for ever: old documents verify with old keys.
 */
export async function trustPartner(
  tx: Tx,
  signedProfile: string,
  source: TrustSource,
): Promise<Result<{ institutionId: string }, ProfileRefusal>> {
  const read = readProfile(signedProfile, source.at);
  if (!read.ok) return read;
  const { profile, kid } = read.value;
  const tables = tx.tables<ExchangeTables>();
  const kept = await tables
    .selectFrom('exchange_institution')
    .select('signed_profile')
    .where('institution_id', '=', profile.institutionId)
    .executeTakeFirst();
  if (kept !== undefined && issuedAt(signedProfile) <= issuedAt(kept.signed_profile)) {
    return ok({ institutionId: profile.institutionId });
  }
  const known = await tables
    .selectFrom('exchange_key')
    .select(['kid', 'valid_from', 'valid_to'])
    .where('institution_id', '=', profile.institutionId)
    .where('key_use', '=', 'sign')
    .execute();
  const signer = known.find((key) => key.kid === kid);
  const speaks =
    signer !== undefined &&
    signer.valid_from <= source.at &&
    (signer.valid_to === null || source.at < signer.valid_to);
  if (known.length > 0 && !speaks) return refuse({ code: 'profile-not-by-known-key', found: kid });
  await keepInstitution(tx, read.value, signedProfile, source.at);
  await keepKeys(tx, read.value);
  const log = await openLog(tx, source);
  log.append('profile', sha256(signedProfile));
  await log.write();
  return ok({ institutionId: profile.institutionId });
}

async function keepInstitution(tx: Tx, { profile }: ReadProfile, signed: string, at: Date): Promise<void> {
  const row = {
    node_id: profile.nodeId,
    country: profile.country,
    name: jsonb(profile.name),
    base_url: profile.baseUrl.replace(/\/$/, ''),
    profiles: jsonb(profile.profiles),
    signed_profile: signed,
    trusted_at: at,
  };
  await tx
    .tables<ExchangeTables>()
    .insertInto('exchange_institution')
    .values({ institution_id: profile.institutionId, ...row })
    .onConflict((conflict) => conflict.column('institution_id').doUpdateSet(row))
    .execute();
}

async function keepKeys(tx: Tx, { profile, keys }: ReadProfile): Promise<void> {
  for (const key of keys) {
    await tx
      .tables<ExchangeTables>()
      .insertInto('exchange_key')
      .values({
        kid: key.kid,
        institution_id: profile.institutionId,
        key_use: key.use,
        alg: key.alg,
        jwk: jsonb(key.jwk),
        thumbprint: key.thumbprint,
        valid_from: key.from,
        valid_to: key.to,
      })
      // A key may be ended, never exchanged, for its name holds its thumbprint, and never brought back to life.
      .onConflict((conflict) =>
        conflict
          .column('kid')
          .doUpdateSet({ valid_to: sql`least(exchange_key.valid_to, excluded.valid_to)` }),
      )
      .execute();
  }
}
