/** This node as a witness of its partners' logs: C2SP tlog-witness, prefix `/witness`. No I/O. */
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';

/** Media type of a size in an answer to a log. */
export const SIZE_MEDIA = 'text/x.tlog.size';

export const witnessContract = defineContract({
  addCheckpoint: {
    method: 'POST',
    path: '/witness/add-checkpoint',
    summary:
      'Cosign a checkpoint of a partner’s log: `old <size>`, consistency proof, empty line, checkpoint; answers cosignature lines',
    roles: 'public',
    media: 'text/plain; charset=utf-8',
    otherAnswers: [
      { status: 409, media: SIZE_MEDIA, meaning: 'The size up to which this witness has cosigned the log' },
    ],
    refusals: [
      'witness/malformed',
      'witness/origin-unknown',
      'witness/log-signature-missing',
      'witness/old-size-too-large',
      'witness/inconsistent',
    ],
  },
  witnessedCheckpoint: {
    method: 'GET',
    path: '/witness/:log/checkpoint',
    summary:
      'The last checkpoint of a log that this witness cosigned; the log is named by the hexadecimal SHA-256 of its origin',
    roles: 'public',
    params: z.object({ log: z.string().max(64) }),
    media: 'text/plain; charset=utf-8',
    refusals: ['business/not-found'],
  },
});
