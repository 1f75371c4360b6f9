import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag, type Flag } from '../parameters/flag.ts';
import type { CompiledRecord } from '../record/compile.ts';

/** What is open when savings of a kind leave the country. */
const EXPORT_QUESTIONS: ReadonlyMap<string, Flag> = new Map([
  ['uapf', flag('kzmn.departureChoice')],
  ['opvr', flag('kzmn.opvr')],
]);

/**
 * Savings belong to the funded pillar: they never enter a record, whichever state awards, and have their own payment.
 * Who lives elsewhere may have them exported or withdrawn, which is the applicant's choice and an open question.
 */
export function noteSavings(record: CompiledRecord, ground: Ground, reasoning: Reasoning | undefined): void {
  if (record.kzAccounts.length === 0) return;
  const abroad = record.residence !== 'KZ';
  if (!abroad && reasoning === undefined) return;
  for (const { kind, balance, currency, asOf } of record.kzAccounts) {
    const question = EXPORT_QUESTIONS.get(kind);
    if (question === undefined) continue;
    if (abroad) ground.option(question);
    reasoning?.note('kz.funded', 'info', {
      args: { balance: { amount: balance, currency }, asOf: { day: asOf } },
      ...(abroad ? { flags: [ground.used(question)] } : {}),
    });
  }
}
