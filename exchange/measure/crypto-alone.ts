/**
 * The cryptography of one evidenced message, both nodes' share together and nothing else: what the machine could do
 * if database, network and JSON cost nothing. The limit against which the throughput of the whole path is read.
 */
import { randomBytes } from 'node:crypto';
import type { JsonObject } from '@urtuu/kernel';
import { digestText } from '../crypto/digest.ts';
import { open, seal } from '../crypto/jwe.ts';
import { DOCUMENT_JWS, signJson, verifyJson } from '../crypto/jws.ts';
import { generateKeys, openKeys } from '../crypto/key-store.ts';
import { contentDigest } from '../http-signature/content-digest.ts';
import { signRequest, signResponse } from '../http-signature/sign.ts';
import { verifyRequest, verifyResponse } from '../http-signature/verify.ts';
import { signReceipt, verifyReceipt, type Receipt, type ReceiptLevel } from '../receipts/receipt.ts';

/** A function that does it once for one payload, and throws if anything does not verify. */
export function cryptoOfOneMessage(payload: JsonObject): () => void {
  const from = new Date(0);
  const sender = openKeys(generateKeys({ institutionId: 'urn:sender', from }));
  const receiver = openKeys(generateKeys({ institutionId: 'urn:receiver', from }));
  const keyOf = (kid: string) => sender.byKid(kid) ?? receiver.byKid(kid);
  const header = {
    tid: '0192ab34-0000-7000-8000-000000000000',
    prof: 'kz-mn-pension@1.0.0',
    to: ['urn:receiver'],
  };
  return () => {
    const at = new Date();
    const jws = signJson(payload, DOCUMENT_JWS, { keys: [sender.active('sign', at)], prof: header.prof, at });
    const body = seal(jws, header, [receiver.active('encrypt', at)], randomBytes);
    const bytes = Buffer.from(body);
    const plain = {
      method: 'POST',
      targetUri: 'http://127.0.0.1/x/v1/transmissions',
      headers: {
        'content-digest': contentDigest(bytes),
        'content-type': 'application/jose+json',
        'idempotency-key': header.tid,
      },
    };
    const signed = signRequest(plain, {
      key: sender.active('http', at),
      at,
      nonce: randomBytes(18).toString('base64url'),
    });
    const request = { ...plain, headers: { ...plain.headers, ...signed } };
    check(verifyRequest(request, bytes, { keyOf, at }).ok);

    const receiptOf = (level: ReceiptLevel): string =>
      signReceipt(receipt(level, body, at), { key: receiver.active('sign', at), prof: header.prof, at });
    const levelOne = Buffer.from(receiptOf('L1'));
    const answer = { status: 200, headers: { 'content-digest': contentDigest(levelOne) }, request };
    const fields = signResponse(answer, { key: receiver.active('http', at), at });
    check(
      verifyResponse({ ...answer, headers: { ...answer.headers, ...fields } }, levelOne, { keyOf, at }).ok,
    );
    check(verifyReceipt(levelOne.toString(), { keyOf, at }).ok);

    const opened = open(body, (kid) => receiver.byKid(kid));
    check(opened.ok && verifyJson(opened.value.plaintext, { kind: DOCUMENT_JWS, keyOf, at }).ok);
    check(verifyReceipt(receiptOf('L2'), { keyOf, at }).ok);
  };
}

function check(good: boolean): void {
  if (!good) throw new Error('What was signed a moment ago verifies');
}

function receipt(level: ReceiptLevel, body: string, at: Date): Receipt {
  return {
    v: '1',
    level,
    transmissionId: '0192ab34-0000-7000-8000-000000000000',
    bodyHash: digestText(body),
    partDigests: [],
    receivedAt: at.toISOString(),
    outcome: 'ok',
    rules: [],
    usedIn: [],
    node: 'mn',
    institution: 'urn:receiver',
    log: { origin: 'urtuu.mn/mn', index: 1 },
  };
}
