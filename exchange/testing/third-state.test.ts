/** The worked example of docs/exchange-profile.md: a node written from the profile alone, against a node of ours. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transaction } from '@urtuu/platform';
import { startNode, type Node } from './two-nodes.fixture.ts';

const SCRIPT = fileURLToPath(new URL('../../docs/exchange-example.mjs', import.meta.url));

describe('the example of the exchange profile', () => {
  let node: Node;
  let folder: string;
  before(async () => {
    node = await startNode({ country: 'KZ' });
    folder = await mkdtemp(join(tmpdir(), 'urtuu-third-state-'));
    await run('keys', folder);
  });
  after(async () => {
    await node.stop();
    await rm(folder, { recursive: true });
  });

  test('is refused while the operator has not trusted its profile', async () => {
    assert.match(await run('send', folder, node.baseUrl), /ping +401 .*security\/key-unknown/);
  });

  test('gets receipts once it is trusted, the same bytes for the same bytes, and a reason where no agreement binds it', async () => {
    const profile = await readFile(join(folder, 'profile.jws'), 'utf8');
    const trusted = await transaction(node.database, (tx) => node.exchange.trustPartner(tx, profile));
    assert.ok(trusted.ok);
    const said = await run('send', folder, node.baseUrl);
    assert.match(said, /^L1 +L1 ok; log urtuu\.kz\/kz \d+; signature good$/m);
    assert.match(said, /^repeated +the same bytes$/m);
    assert.match(said, /^reused id 409 security\/transmission-id-reused$/m);
    assert.match(said, /^later +L2 rejected: not-a-participant \/from; .*signature good$/m);
  });
});

async function run(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...args]);
  return stdout;
}
