/** The routes of this room. Every person that an answer shows is noted with purpose before it leaves. */
import { nameText } from '@urtuu/identity';
import { ok } from '@urtuu/kernel';
import type { Handlers, PersonRead } from '@urtuu/platform';
import type { PersonRecordView, personsContract } from './contract.ts';
import type { PersonsOffice } from './office.ts';
import { findRecords } from './search/find-records.ts';
import { readQuery } from './search/read-query.ts';
import type { PersonsTables, RecordRow } from './tables.ts';

export function personsRoutes(office: PersonsOffice): Handlers<typeof personsContract> {
  return {
    async searchPersons({ query, purpose, access }) {
      const { found, more } = await findRecords(office.database, readQuery(query.q));
      if (found.length === 0) access.readNobody();
      for (const { record } of found) {
        const personKey = await accessKeyOf(office, record);
        access.read(reading(personKey, query.purpose ?? purpose ?? 'person-search', 'person-search'));
      }
      const directory = await office.database
        .tables<PersonsTables>()
        .selectFrom('persons_directory')
        .select('read_at')
        .where('system', '=', office.register.system)
        .executeTakeFirst();
      return ok({
        items: found.map(({ record, match }) => ({
          ...recordView(record),
          ...(match === undefined ? {} : { how: match.how }),
          likeness: match?.likeness ?? 1,
        })),
        more,
        readAt: directory?.read_at.toISOString() ?? null,
      });
    },
  };
}

function reading(personKey: string, purpose: string, what: string): PersonRead {
  return { personKey, purpose, what };
}

/** A person of a case has a key of this node; one of the register is named by a number. */
async function accessKeyOf(office: PersonsOffice, record: RecordRow): Promise<string> {
  if (record.source === 'case') return record.source_key;
  const [number] = record.identifiers;
  return office.accessKeyOf(number?.scheme ?? 'register', number?.value ?? record.source_key);
}

export function recordView(row: RecordRow): PersonRecordView {
  return {
    recordId: row.record_id,
    source: row.source,
    sourceKey: row.source_key,
    country: row.country,
    names: row.names.map((name) => ({ script: name.script, text: nameText(name) })),
    identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    birthDate: row.birth_date,
    sex: row.sex,
    alive: row.alive,
  };
}
