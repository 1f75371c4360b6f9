/** A stream of cases through nodes that may fail at any moment: a clerk who tries again until it is done. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView, ClaimInput } from '@urtuu/pensions/contract';
import { ProblemError } from '@urtuu/platform/contract';
import { foldRegisterPerson } from '@urtuu/registers';
import { SEED } from '../corridor/examples.ts';
import { allows, awaitCase, type Office } from '../journey/office.ts';
import { synthesise } from '../synth/index.ts';

const PATIENCE = 40_000;

/** Claims of synthetic residents of Kazakhstan whom Mongolia's register knows without any doubt. */
export function claimsOf(wanted: number, among: number): ClaimInput[] {
  const claims: ClaimInput[] = [];
  for (const { record, abroad } of synthesise({ persons: among, seed: SEED, country: 'KZ' })) {
    if (claims.length === wanted) break;
    if (abroad === undefined || foldRegisterPerson('khur', abroad).folded.doubts.length > 0) continue;
    const claimed = { ...record, periods: [], earnings: [], accounts: [], benefits: [] };
    claims.push({ kind: 'oldAge', filedOn: '2026-09-01', record: claimed });
  }
  if (claims.length < wanted) throw new Error(`Among ${among} synthetic persons only ${claims.length} fit`);
  return claims;
}

/** Registers a claim and asks for periods, whatever fails on the way; the case's id. */
export async function fileClaim(office: Office, claim: ClaimInput): Promise<string> {
  const caseId = await persist(async () => {
    try {
      return (await office.clerk.registerClaim({ body: claim })).caseId;
    } catch (error) {
      // The answer to an earlier attempt was lost: the claim is there.
      const standing = error instanceof ProblemError ? error.problem.extra?.caseId : undefined;
      if (typeof standing === 'string') return standing;
      throw error;
    }
  });
  await persist(async () => {
    const ready = (view: CaseView): boolean => allows('requestPeriods')(view) || wasRequested(view);
    const view = await awaitCase(office, caseId, 'requestPeriods allowed', ready, { patience: PATIENCE });
    if (wasRequested(view)) return;
    await office.clerk.requestPeriods({ params: { caseId }, ifMatch: view.version });
  });
  return caseId;
}

function wasRequested(view: CaseView): boolean {
  return view.transmissions.some(({ document }) => document.type === 'PeriodRequest');
}

/** The case with its certificate, all transmissions at rest with their receipts. */
export function answered(office: Office, caseId: string): Promise<CaseView> {
  return awaitCase(office, caseId, 'certificate and all receipts', isAnswered, { patience: PATIENCE });
}

function isAnswered({ transmissions }: CaseView): boolean {
  return (
    transmissions.some(({ document }) => document.type === 'PeriodCertificate') &&
    transmissions.every(({ state, receipts }) => state === 'processed' && receipts.length === 3)
  );
}

async function persist<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline || !isPassing(error)) throw error;
      await sleep(100);
    }
  }
}

/** No connection, a node that is just starting or ending, a version that somebody else changed. */
function isPassing(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  if (!(error instanceof ProblemError)) return false;
  const { status } = error.problem;
  return status >= 500 || status === 409 || status === 412;
}
