/** The job that looks whether the other state rejected a document of a case that waits for it, and tells a clerk. */
import { transaction, type JobTask } from '@urtuu/platform';
import type { TransmissionView } from '@urtuu/exchange/contract';
import { lockCase } from '../cases/case-store.ts';
import { workOn } from '../cases/case-work.ts';
import { NODE_ITSELF, type Office } from '../office.ts';
import type { PensionsTables } from '../tables.ts';

export const WATCH_REJECTIONS = 'pensions.watch-rejections';

export function watchRejections(office: Office): JobTask {
  return async () => {
    const waiting = await office.database
      .tables<PensionsTables>()
      .selectFrom('pensions_case')
      .select('case_id')
      .where('waiting_for', '=', 'partner')
      .execute();
    for (const { case_id } of waiting) await lookAt(office, case_id);
  };
}

async function lookAt(office: Office, caseId: string): Promise<void> {
  const transmissions = await office.exchange().transmissionsOf(office.database, caseId);
  const rejected = transmissions.findLast((one) => one.direction === 'sent' && one.state === 'rejected');
  if (rejected === undefined) return;
  await transaction(office.database, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) return;
    const told = await tx
      .tables<PensionsTables>()
      .selectFrom('pensions_task')
      .select('reason_values')
      .where('case_id', '=', caseId)
      .where('kind', '=', 'partnerRejected')
      .execute();
    if (told.some((task) => task.reason_values['transmissionId'] === rejected.transmissionId)) return;
    const work = workOn(office, tx, row, NODE_ITSELF);
    const values = { rules: brokenRules(rejected), transmissionId: rejected.transmissionId };
    await work.openTask({ kind: 'partnerRejected', reason: { code: 'partnerRejected', values } });
    await work.settle();
  });
}

function brokenRules({ receipts }: TransmissionView): string {
  const broken = receipts.flatMap((receipt) => receipt.rules).filter((rule) => rule.severity === 'error');
  return broken.map((rule) => `${rule.id} ${rule.pointer}`.trim()).join(', ');
}
