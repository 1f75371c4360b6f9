/** The node's log for everybody, as C2SP tlog-tiles has it: prefix `/log`. No I/O. */
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';

const receiptParams = z.object({ transmissionId: z.string(), level: z.enum(['L1', 'L2', 'L3']) });

export const logContract = defineContract({
  logCheckpoint: {
    method: 'GET',
    path: '/log/checkpoint',
    summary: 'Size and root of the evidence log, signed: a C2SP checkpoint',
    roles: 'public',
    media: 'text/plain; charset=utf-8',
    refusals: [],
  },
  logPolicy: {
    method: 'GET',
    path: '/log/policy',
    summary:
      'Keys of the log and of its witnesses, and the quorum, as a C2SP tlog-policy file; compare it by another way before trusting it',
    roles: 'public',
    media: 'text/plain; charset=utf-8',
    refusals: [],
  },
  logKeys: {
    method: 'GET',
    path: '/log/keys',
    summary:
      'What a verifier needs of this node and its partners: the policy and the signed profiles; compare them by another way before trusting them',
    roles: 'public',
    reply: z.object({ policy: z.string(), profiles: z.array(z.string()) }),
    refusals: [],
  },
  eraseSalts: {
    method: 'POST',
    path: '/api/evidence/:documentId/:version/erase',
    summary:
      'Lawful deletion: erase the salts of the log’s entries about a document, so that they prove nothing about anybody; the tree stays whole',
    roles: ['supervisor'],
    params: z.object({ documentId: z.string(), version: z.coerce.number().int().min(1) }),
    body: z.object({ legalBasis: z.string().trim().min(3).max(200) }),
    reply: z.object({ indexes: z.array(z.number().int()) }),
    refusals: ['business/not-found'],
  },
  receiptProof: {
    method: 'GET',
    path: '/api/transmissions/:transmissionId/receipts/:level/proof',
    summary: 'Proof (C2SP tlog-proof) that a receipt which this node gave stands in its log',
    roles: ['clerk', 'supervisor', 'auditor', 'operator'],
    params: receiptParams,
    media: 'text/plain; charset=utf-8',
    refusals: ['business/not-found', 'evidence/not-yet', 'evidence/erased'],
  },
  signedReceipt: {
    method: 'GET',
    path: '/api/transmissions/:transmissionId/receipts/:level/signed',
    summary: 'A receipt that this node gave, as signed',
    roles: ['clerk', 'supervisor', 'auditor', 'operator'],
    params: receiptParams,
    media: 'application/jose+json',
    refusals: ['business/not-found', 'evidence/not-yet', 'evidence/erased'],
  },
  logTile: {
    method: 'GET',
    path: '/log/tile/*',
    summary:
      'Hashes of the log’s tree (`<level>/<index>[.p/<width>]`) or its entries (`entries/<index>[.p/<width>]`): C2SP tlog-tiles, never changed',
    roles: 'public',
    params: z.object({ '*': z.string().max(100) }),
    media: 'application/octet-stream',
    refusals: ['business/not-found'],
  },
});
