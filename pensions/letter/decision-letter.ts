/** The decision as a letter to print: content out of the rows, set by the template. */
import type { Locale } from '@urtuu/kernel';
import type { Queries } from '@urtuu/platform';
import { claimOf } from '../cases/case-store.ts';
import type { Office } from '../office.ts';
import { readPerson } from '../person/person-store.ts';
import type { CaseRow, DecisionRow } from '../tables.ts';
import { letterContent } from './letter-content.ts';
import { LETTER_TEMPLATE } from './template.ts';

export async function decisionLetter(
  office: Office,
  queries: Queries,
  decision: DecisionRow,
  row: CaseRow,
  locale: Locale,
): Promise<Uint8Array> {
  const { self } = office;
  const claim = await claimOf(queries, row.case_id);
  const known = (await readPerson(queries, row.person_key)) ?? claim.record.person;
  const own = decision.institution_id === self.institutionId;
  const content = letterContent(
    {
      institution: own ? self.name[locale] : decision.institution_id,
      country: decision.country,
      fileNumber: row.file_number,
      decisionId: decision.decision_id,
      state: decision.state,
      result: decision.result,
      effectiveFrom: decision.effective_from,
      decidedOn: decision.decided_on,
      filedOn: claim.filed_on,
      draftedBy: decision.drafted_by_name,
      approvedBy: decision.approved_by_name,
      // A decision tells what was known when it was made.
      person: decision.record?.person ?? known,
      assessment: decision.assessment,
      record: decision.record,
      appeal: decision.appeal,
    },
    locale,
  );
  return office.pdf.render({ template: LETTER_TEMPLATE, data: content });
}
