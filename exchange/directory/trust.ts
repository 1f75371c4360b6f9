import { ok, refuse, type Result } from '@urtuu/kernel';
import { jsonb, type Tx } from '@urtuu/platform';
import { sha256 } from '../crypto/digest.ts';
import type { ProfileRefusal } from '../exchange.ts';
import { openLog } from '../log/log-store.ts';
import type { ExchangeTables } from '../tables.ts';
import { readProfile, type ReadProfile } from './profile.ts';

export interface TrustSource {
  readonly at: Date;
  readonly random: (length: number) => Uint8Array;
}

/**
 * Imports a partner's profile. The first one of an institution is trusted because an operator imports it; a later one
 * must be signed by a key already known, so that a stolen address cannot bring new keys. Keys are kept for ever: old
 * documents verify with old keys.
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
  const known = await tables
    .selectFrom('exchange_key')
    .select('kid')
    .where('institution_id', '=', profile.institutionId)
    .where('key_use', '=', 'sign')
    .execute();
  if (known.length > 0 && !known.some((key) => key.kid === kid)) {
    return refuse({ code: 'profile-not-by-known-key', found: kid });
  }
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
      // A key may be ended, never exchanged: its name holds its thumbprint.
      .onConflict((conflict) => conflict.column('kid').doUpdateSet({ valid_to: key.to }))
      .execute();
  }
}
