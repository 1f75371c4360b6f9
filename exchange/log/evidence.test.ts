import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  parseCheckpoint,
  parseNote,
  readKeys,
  rootAt,
  saltedHash,
  verifyEvidence,
  type EvidenceRefusal,
  type TrustedKeys,
} from '@urtuu/evidence';
import { expectOk } from '@urtuu/kernel';
import { auditOf, transaction } from '@urtuu/platform';
import fc from 'fast-check';
import { periodRequest } from '../documents/documents.fixture.ts';
import type { ExchangeTables } from '../tables.ts';
import { introduce, startNode, until, type Node } from '../testing/two-nodes.fixture.ts';
import type { DocumentEvidence } from './evidence-of.ts';
import { logHashes } from './read-tile.ts';

const MN = 'urn:urtuu:inst:mn:test';
const KZ = 'urn:urtuu:inst:kz:test';
let kz: Node;
let mn: Node;
let sent: { readonly transmissionId: string; readonly documentId: string };
before(async () => {
  [kz, mn] = [
    await startNode({ country: 'KZ', retry: { checkpointEvery: 50 } }),
    await startNode({ country: 'MN', retry: { checkpointEvery: 50 } }),
  ];
  await introduce(kz, mn);
  sent = await transaction(kz.database, async (tx) => {
    const { caseId } = await kz.exchange.cases.open(tx, { partner: MN });
    return kz.exchange.send(tx, {
      caseId,
      to: MN,
      document: { type: 'PeriodRequest', content: periodRequest },
    });
  });
});
after(async () => {
  await kz.stop();
  await mn.stop();
});

const keysOf = async (node: Node): Promise<TrustedKeys> =>
  expectOk(readKeys([await (await fetch(`${node.baseUrl}/log/keys`)).text()]), 'keys');
const verified = ({ document, proof }: DocumentEvidence, keys: TrustedKeys) =>
  verifyEvidence({ proof, document: Buffer.from(document) }, keys);
/** The evidence of the document that a node has, once its checkpoint has its quorum. */
const witnessed = (node: Node) =>
  until('witnessed evidence', async () => {
    const found = await node.exchange.evidenceOf(node.database, { documentId: sent.documentId, version: 1 });
    return found.ok && verified(found.value, await keysOf(node)).ok && found.value;
  });
const refusalOf = (evidence: DocumentEvidence, keys: TrustedKeys): EvidenceRefusal['code'] | undefined => {
  const verdict = verified(evidence, keys);
  return verdict.ok ? undefined : verdict.error.code;
};

const flip = (bytes: Uint8Array, at: number, bit: number) =>
  bytes.with(at % bytes.length, (bytes[at % bytes.length] ?? 0) ^ (1 << bit));

describe('evidence of a document', () => {
  test('from its sender says what was sent, by whom, to whom, when it was logged and who saw the log', async () => {
    const evidence = await witnessed(kz);
    const facts = expectOk(verified(evidence, await keysOf(kz)), 'verified');
    assert.ok(facts.subject.kind === 'document');
    const { type, documentId, version, from, to, kid } = facts.subject;
    assert.deepEqual([type, documentId, version, from, to], ['PeriodRequest', sent.documentId, 1, KZ, [MN]]);
    assert.equal(kid, kz.keys.active('sign', new Date()).kid);
    assert.equal(facts.origin, 'urtuu.kz/kz');
    assert.deepEqual(
      facts.witnesses.map(({ name }) => name),
      ['urtuu.mn/mn/witness'],
    );
    assert.equal(facts.receipt, undefined);
  });

  test('from its receiver carries the receipt that accepted it, in the receiver’s log', async () => {
    const evidence = await witnessed(mn);
    const facts = expectOk(verified(evidence, await keysOf(mn)), 'verified');
    assert.ok(facts.subject.kind === 'document');
    assert.equal(facts.subject.from, KZ);
    assert.equal(facts.origin, 'urtuu.mn/mn');
    assert.deepEqual(
      [facts.receipt?.institution, facts.receipt?.level, facts.receipt?.outcome],
      [MN, 'L2', 'ok'],
    );
  });

  test('is the same document on both sides, byte by byte', async () => {
    assert.equal((await witnessed(kz)).document, (await witnessed(mn)).document);
  });

  test('verifies with the two states’ profiles alone, and not with that of one', async () => {
    const evidence = await witnessed(kz);
    const [own, partner] = [kz.exchange.ownProfile(), mn.exchange.ownProfile()];
    assert.ok(verified(evidence, expectOk(readKeys([own, partner]), 'keys')).ok);
    assert.equal(refusalOf(evidence, expectOk(readKeys([own]), 'keys')), 'quorum-missing');
    assert.equal(refusalOf(evidence, expectOk(readKeys([partner]), 'keys')), 'log-unknown');
  });

  test('names the check that failed', async () => {
    const [ofKz, ofMn] = [await witnessed(kz), await witnessed(mn)];
    const keys = await keysOf(kz);
    const strangers = expectOk(readKeys([kz.exchange.ownProfile()]), 'keys');
    assert.equal(refusalOf({ ...ofKz, document: `${ofKz.document} ` }, keys), 'document-differs');
    assert.equal(refusalOf({ ...ofMn, document: `${ofMn.document} ` }, await keysOf(mn)), 'document-differs');
    assert.equal(
      refusalOf({ ...ofKz, proof: ofKz.proof.replace('index ', 'index 1') }, keys),
      'proof-malformed',
    );
    assert.equal(
      refusalOf({ ...ofKz, proof: ofKz.proof.replace(/— urtuu\.mn.*\n/, '') }, keys),
      'quorum-missing',
    );
    assert.equal(
      refusalOf({ ...ofKz, proof: ofKz.proof.replace(/— urtuu\.kz.*\n/, '') }, keys),
      'checkpoint-unsigned',
    );
    const { policy } = keys;
    assert.ok(policy);
    assert.equal(refusalOf(ofKz, { policy, institutions: [] }), 'signer-unknown');
    assert.equal(refusalOf(ofKz, { ...strangers, policy: { ...policy, logs: [] } }), 'log-unknown');
  });

  test('with one bit flipped, in the document or in the proof, is refused', async () => {
    for (const [node, evidence] of [
      [kz, await witnessed(kz)],
      [mn, await witnessed(mn)],
    ] as const) {
      const keys = await keysOf(node);
      const [document, proof] = [Buffer.from(evidence.document), Buffer.from(evidence.proof)];
      fc.assert(
        fc.property(fc.nat(1_000_000), fc.nat(7), fc.boolean(), (at, bit, inDocument) => {
          const files = inDocument
            ? { proof: evidence.proof, document: flip(document, at, bit) }
            : { proof: new TextDecoder().decode(flip(proof, at, bit)), document };
          assert.ok(!verifyEvidence(files, keys).ok);
        }),
        { numRuns: 300 },
      );
    }
  });

  test('of something unknown there is none', async () => {
    const none = await kz.exchange.evidenceOf(kz.database, { documentId: sent.transmissionId, version: 1 });
    assert.ok(!none.ok && none.error.code === 'business/not-found');
  });
});

const filesOf = async (level: string) => {
  const address = `${mn.baseUrl}/api/transmissions/${sent.transmissionId}/receipts/${level}`;
  const headers = { 'x-test-role': 'auditor' };
  const [signed, proof] = await Promise.all([
    fetch(`${address}/signed`, { headers }),
    fetch(`${address}/proof`, { headers }),
  ]);
  return {
    status: proof.status,
    document: await signed.text(),
    proof: await proof.text(),
    name: proof.headers.get('content-disposition'),
  };
};

describe('evidence of a receipt', () => {
  for (const level of ['L1', 'L2']) {
    test(`${level} shows when and by whom the transmission was received`, async () => {
      const keys = await keysOf(mn);
      const files = await until('a witnessed receipt', async () => {
        const found = await filesOf(level);
        return verified(found, keys).ok && found;
      });
      const facts = expectOk(verified(files, keys), 'verified');
      assert.ok(facts.subject.kind === 'receipt');
      assert.deepEqual(
        [facts.subject.level, facts.subject.institution, facts.subject.transmissionId],
        [level, MN, sent.transmissionId],
      );
      assert.equal(files.name, `attachment; filename="${sent.transmissionId}-${level}.tlog-proof"`);
    });
  }

  test('is none for a level that was not given, and the receiver names the document by its hash', async () => {
    assert.equal((await filesOf('L3')).status, 404);
    const row = await kz.database
      .tables<ExchangeTables>()
      .selectFrom('exchange_receipt')
      .select('receipt')
      .where('transmission_id', '=', sent.transmissionId)
      .where('level', '=', 'L2')
      .executeTakeFirstOrThrow();
    assert.match(row.receipt.document?.digest ?? '', /^sha256:[\w-]{43}$/);
  });
});

const erase = (node: Node, role: string, documentId = sent.documentId) =>
  fetch(`${node.baseUrl}/api/evidence/${documentId}/1/erase`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-test-role': role, 'x-urtuu': '1' },
    body: JSON.stringify({ legalBasis: 'order 12 of 2026' }),
  });
const saltsOf = ({ database }: Node) =>
  database
    .tables<ExchangeTables>()
    .selectFrom('exchange_log_salt')
    .select(['index', 'salt', 'content_hash'])
    .execute();

/** Last, for it takes the proofs of the others away. */
describe('lawful deletion', () => {
  test('is for a supervisor, and of a document that is there', async () => {
    assert.equal((await erase(kz, 'clerk')).status, 403);
    assert.equal((await erase(kz, 'supervisor', sent.transmissionId)).status, 404);
    assert.equal((await erase(kz, 'supervisor', 'none')).status, 404);
  });

  test('leaves the tree whole and the log growing, and no way from the document to its entries', async () => {
    for (const node of [kz, mn]) {
      const before = await saltsOf(node);
      const reply = (await (await erase(node, 'supervisor')).json()) as { indexes: number[] };
      const { indexes } = reply;
      assert.ok(indexes.length >= 2, String(indexes));
      const left = await saltsOf(node);
      assert.deepEqual(
        left.map(({ index }) => index).toSorted((a, b) => a - b),
        before
          .map(({ index }) => index)
          .filter((index) => !indexes.includes(index))
          .toSorted((a, b) => a - b),
      );
      // Whoever tries every salt that is left finds none of the entries.
      const entries = await node.database
        .tables<ExchangeTables>()
        .selectFrom('exchange_log_entry')
        .select(['index', 'hash'])
        .where('index', 'in', indexes)
        .execute();
      const contents = before.filter(({ index }) => indexes.includes(index)).map((row) => row.content_hash);
      for (const { hash } of entries)
        for (const { salt } of left)
          for (const content of contents) assert.notEqual(saltedHash(salt, content), hash);

      const evidence = await node.exchange.evidenceOf(node.database, {
        documentId: sent.documentId,
        version: 1,
      });
      assert.ok(!evidence.ok && evidence.error.code === 'evidence/erased');
      const note = parseNote(await (await fetch(`${node.baseUrl}/log/checkpoint`)).text());
      const checkpoint = note.ok ? parseCheckpoint(note.value.text) : undefined;
      assert.ok(checkpoint && checkpoint.size > Math.max(...indexes));
      assert.deepEqual(
        await rootAt(logHashes(node.database, checkpoint.size), checkpoint.size),
        checkpoint.root,
      );
    }
  });

  test('stands in the audit log with its ground, and again finds nothing more', async () => {
    const [row, ...more] = await auditOf(kz.database, { subject: { kind: 'document', id: sent.documentId } });
    assert.deepEqual([row?.action, row?.actor, more.length], ['evidence.saltErased', 'op', 0]);
    assert.match(JSON.stringify(row?.data), /"legalBasis": ?"order 12 of 2026"/);
    const again = (await (await erase(kz, 'supervisor')).json()) as { indexes: number[] };
    assert.deepEqual(again.indexes, []);
  });
});
