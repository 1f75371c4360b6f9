/** An independent witness: judges and keeps under a lock for each log, and only then answers. */
import {
  formatNote,
  judge,
  readSubmission,
  signatureLine,
  signNote,
  type NoteSigner,
  type Submission,
  type SubmissionRefusal,
  type VerifierKey,
} from '@urtuu/evidence';
import type { WitnessStore } from './witness-store.ts';

export interface WitnessParts {
  readonly store: WitnessStore;
  readonly signers: readonly NoteSigner[];
  /** keys of the logs that it watches */
  readonly logs: readonly VerifierKey[];
  readonly clock: () => Date;
}

/** What `add-checkpoint` is answered: a status of C2SP tlog-witness and a body. */
export interface WitnessReply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly media: string;
  readonly body: string;
}

const STATUS = {
  malformed: 400,
  'old-size-too-large': 400,
  'log-signature-missing': 403,
  'origin-unknown': 404,
  inconsistent: 422,
} as const satisfies Record<SubmissionRefusal['code'] | 'inconsistent', WitnessReply['status']>;

export type Witness = (body: string) => Promise<WitnessReply>;

export function createWitness(parts: WitnessParts): Witness {
  const waiting = new Map<string, Promise<unknown>>();
  return async (body) => {
    const read = readSubmission(body, (origin) => parts.logs.filter(({ name }) => name === origin));
    if ('refused' in read) return refusal(read.refused.code);
    const { submission } = read;
    const { origin } = submission.checkpoint;
    const before = waiting.get(origin) ?? Promise.resolve();
    const reply = before.then(() => decide(parts, submission));
    // The next one waits for this one, whether it succeeds or not.
    waiting.set(
      origin,
      reply.catch(() => undefined),
    );
    return reply;
  };
}

async function decide(
  { store, signers, clock }: WitnessParts,
  submission: Submission,
): Promise<WitnessReply> {
  const { checkpoint, note } = submission;
  const judgement = judge(submission, await store.seen(checkpoint.origin));
  switch (judgement.kind) {
    case 'conflict':
      return { status: 409, media: 'text/x.tlog.size', body: `${judgement.size}\n` };
    case 'inconsistent':
      return refusal('inconsistent');
    case 'cosign': {
      const time = Math.floor(clock().getTime() / 1000);
      const signatures = signers.map((signer) => signNote(note.text, signer, time));
      await store.keep(
        checkpoint.origin,
        formatNote({ text: note.text, signatures: [...note.signatures, ...signatures] }),
      );
      return {
        status: 200,
        media: 'text/plain; charset=utf-8',
        body: signatures.map(signatureLine).join(''),
      };
    }
  }
}

function refusal(code: keyof typeof STATUS): WitnessReply {
  return { status: STATUS[code], media: 'text/plain; charset=utf-8', body: `${code}\n` };
}
