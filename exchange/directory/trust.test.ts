import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { transaction } from '@urtuu/platform';
import { testDatabase, type TestDatabase } from '@urtuu/platform/testing';
import { kzMn } from '../agreement/kz-mn.ts';
import { generateKey, privateKey, type PrivateKey } from '../crypto/jwk.ts';
import { exchangeMigrations } from '../migrations.ts';
import type { ExchangeTables } from '../tables.ts';
import { signProfile } from './profile.ts';
import { trustPartner } from './trust.ts';

const institutionId = 'urn:urtuu:inst:mn:test';
const name = { en: 'x', mn: 'x', kk: 'x', ru: 'x', zh: 'x' };
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const key = (): PrivateKey =>
  generateKey({ institutionId, use: 'sign', alg: 'EdDSA', from: day('2026-01-01'), to: null });
const ended = (old: PrivateKey, to: Date | null): PrivateKey => privateKey({ ...old, to }, old.privateKey);

let db: TestDatabase;
before(async () => {
  db = await testDatabase([exchangeMigrations]);
});
after(() => db.drop());
beforeEach(() => db.database.pool.query('truncate exchange_key, exchange_institution cascade'));

/** Imports on a day a profile issued on a day; answers the refusal, '' if there is none. */
async function trust(
  profile: { keys: readonly PrivateKey[]; signer: PrivateKey; issued: string },
  on: string,
): Promise<string> {
  const self = {
    institutionId,
    nodeId: 'mn',
    country: 'MN',
    name,
    baseUrl: `http://${profile.issued}.example`,
  };
  const text = signProfile(self, {
    ...profile,
    profiles: [kzMn.profile],
    log: 'log',
    at: day(profile.issued),
  });
  const source = { at: day(on), random: randomBytes };
  const trusted = await transaction(db.database, (tx) => trustPartner(tx, text, source));
  return trusted.ok ? '' : trusted.error.code;
}

async function kept(): Promise<{ ends: Record<string, string | undefined>; address: string | undefined }> {
  const tables = db.database.tables<ExchangeTables>();
  const keys = await tables.selectFrom('exchange_key').selectAll().execute();
  const institution = await tables.selectFrom('exchange_institution').selectAll().executeTakeFirst();
  const ends = Object.fromEntries(keys.map((row) => [row.kid, row.valid_to?.toISOString().slice(0, 10)]));
  return { ends, address: institution?.base_url };
}

describe('a later profile of a partner', () => {
  test('may bring a new key and end the old one, which then brings none', async () => {
    const [old, fresh, forged] = [key(), key(), key()];
    assert.equal(await trust({ keys: [old], signer: old, issued: '2026-01-01' }, '2026-01-02'), '');
    const rollover = { keys: [ended(old, day('2026-03-01')), fresh], signer: old, issued: '2026-02-01' };
    assert.equal(await trust(rollover, '2026-02-01'), '');
    // Whoever holds the old key says that it never ended, and that another is new.
    const stolen = { keys: [ended(old, null), forged], signer: ended(old, null), issued: '2026-04-01' };
    assert.equal(await trust(stolen, '2026-04-01'), 'profile-not-by-known-key');
    assert.deepEqual((await kept()).ends, { [old.kid]: '2026-03-01', [fresh.kid]: undefined });
    assert.equal(await trust({ keys: [fresh], signer: fresh, issued: '2026-05-01' }, '2026-05-01'), '');
  });

  test('that is older than the one kept changes nothing, and is no fault', async () => {
    const [old, fresh] = [key(), key()];
    const first = { keys: [old], signer: old, issued: '2026-01-01' };
    await trust(first, '2026-01-02');
    await trust(
      { keys: [ended(old, day('2026-03-01')), fresh], signer: old, issued: '2026-02-01' },
      '2026-02-01',
    );
    assert.equal(await trust(first, '2026-02-15'), '');
    assert.equal(await trust(first, '2026-04-01'), '');
    const { ends, address } = await kept();
    assert.deepEqual([ends[old.kid], address], ['2026-03-01', 'http://2026-02-01.example']);
  });

  test('brings no ended key back to life', async () => {
    const [old, fresh] = [key(), key()];
    await trust({ keys: [old, fresh], signer: fresh, issued: '2026-01-01' }, '2026-01-01');
    await trust(
      { keys: [ended(old, day('2026-02-01')), fresh], signer: fresh, issued: '2026-01-15' },
      '2026-01-15',
    );
    const later = { keys: [ended(old, null), fresh], signer: fresh, issued: '2026-03-01' };
    assert.equal(await trust(later, '2026-03-01'), '');
    assert.equal((await kept()).ends[old.kid], '2026-02-01');
  });
});
