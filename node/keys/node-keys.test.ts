import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openExchangeKeys, openRegisterKey } from './node-keys.ts';

const institution = 'urn:urtuu:inst:kz:test';
const clock = () => new Date('2026-01-01T00:00:00Z');
const dir = await mkdtemp(join(tmpdir(), 'urtuu-keys-'));
after(() => rm(dir, { recursive: true }));

describe('the keys of a node', () => {
  test('are made once and found again, in a file for the owner alone', async () => {
    const made = await openExchangeKeys(join(dir, 'a'), institution, clock);
    const found = await openExchangeKeys(join(dir, 'a'), institution, clock);
    assert.deepEqual(
      found.all.map(({ kid }) => kid),
      made.all.map(({ kid }) => kid),
    );
    assert.equal((await stat(join(dir, 'a', 'keys.json'))).mode & 0o777, 0o600);
  });

  test('are not used once others may read the file', async () => {
    await openExchangeKeys(join(dir, 'b'), institution, clock);
    await chmod(join(dir, 'b', 'keys.json'), 0o644);
    await assert.rejects(
      openExchangeKeys(join(dir, 'b'), institution, clock),
      /may be read by others.*chmod 600/,
    );
  });

  test('are not used by another institution', async () => {
    await openExchangeKeys(join(dir, 'c'), institution, clock);
    await assert.rejects(
      openExchangeKeys(join(dir, 'c'), 'urn:urtuu:inst:kz:other', clock),
      /node\.institution/,
    );
  });

  test('include one for the register’s gateway', async () => {
    const made = await openRegisterKey(join(dir, 'd'));
    const found = await openRegisterKey(join(dir, 'd'));
    assert.ok(made.equals(found));
    assert.equal(made.asymmetricKeyType, 'rsa');
  });
});
