/** The node's log for everybody, as C2SP tlog-tiles has it: prefix `/log`. No I/O. */
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';

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
