/** A document that a clerk wrote: checked, completed with whose case it is, signed, sent, all or nothing. */
import { isJsonObject, ok, refuse, type Json, type JsonObject, type Result } from '@urtuu/kernel';
import { checkDocument, isDocumentType, schemaView, type DocumentType } from '@urtuu/exchange';
import { refusable, type Principal } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { claimOf, documentsOf, lockCase, staleRefusal } from '../cases/case-store.ts';
import { caseView } from '../cases/case-view.ts';
import { workOn, type CaseWork } from '../cases/case-work.ts';
import type { CaseView } from '../contract.ts';
import type { Office } from '../office.ts';
import { readPerson } from '../person/person-store.ts';
import { wirePerson } from '../wire/wire-person.ts';
import { writableTypes } from './writable.ts';

export interface WrittenDocument {
  readonly caseId: string;
  readonly ifMatch: string;
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** document of the other state that it answers */
  readonly inReplyTo?: string;
  readonly principal: Principal;
}

export async function sendDocument(
  office: Office,
  written: WrittenDocument,
): Promise<Result<CaseView, Refusal>> {
  const { caseId, ifMatch, type, inReplyTo, principal } = written;
  return refusable(office, async (tx) => {
    const row = await lockCase(tx, caseId);
    const matter = row === undefined ? undefined : await office.exchange().cases.read(tx, caseId);
    if (row === undefined || matter === undefined) return refuse({ code: 'business/not-found' });
    const stale = staleRefusal(row, ifMatch, 'work');
    if (stale !== undefined) return refuse(stale);
    const allowed = writableTypes(office.exchange(), matter, await documentsOf(tx, caseId));
    if (!isDocumentType(type) || !allowed.includes(type)) {
      return refuse({
        code: 'business/action-not-allowed',
        detail: `found ${type}; in this case one of ${allowed.join(', ') || 'none'} may be written`,
        extra: { currentState: matter.state },
      });
    }
    const work = workOn(office, tx, row, { subject: principal.subject, name: principal.name });
    const checked = checkDocument(type, await completed(work, type, written.content));
    if (!checked.ok) {
      const errors = checked.error.map(({ pointer, code, detail }) => ({ pointer, code, detail }));
      return refuse({ code: 'business/rule-failed', detail: `${errors.length} faults`, errors });
    }
    const { document } = checked.value;
    await work.send({ document: inReplyTo === undefined ? document : { ...document, inReplyTo } });
    await work.event('documentSent', { document: type, to: office.self.partner.country });
    await work.audited('document.sent', { type });
    await work.settle();
    return ok(await caseView(office, tx, caseId, principal));
  });
}

/** Whose case it is and who writes need not be typed again: both are known. */
async function completed(
  work: CaseWork,
  type: DocumentType,
  content: Readonly<Record<string, unknown>>,
): Promise<JsonObject> {
  const { office, row, tx } = work;
  const plain: Json = JSON.parse(JSON.stringify(content));
  const written = isJsonObject(plain) ? plain : {};
  const schema = schemaView(type);
  const fields =
    schema.ok && isJsonObject(schema.value.schema['properties']) ? schema.value.schema['properties'] : {};
  const claim = await claimOf(tx, row.case_id);
  const person = (await readPerson(tx, row.person_key)) ?? claim.record.person;
  const { self } = office;
  const known: Readonly<Record<string, Json>> = {
    person: JSON.parse(JSON.stringify(wirePerson(person))),
    institution: {
      country: self.country,
      institutionId: self.institutionId,
      name: self.name.en,
      fileNumber: row.file_number,
    },
  };
  const missing = Object.entries(known).filter(([name]) => name in fields && written[name] === undefined);
  return { ...written, ...Object.fromEntries(missing) };
}
