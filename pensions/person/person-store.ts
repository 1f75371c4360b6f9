/** Persons of this node: one key each, found again by any identifier. */
import { isUuid, ok, refuse, type NewId, type Result } from '@urtuu/kernel';
import { normaliseIdentifier } from '@urtuu/identity';
import type { RecordPerson } from '@urtuu/law';
import { jsonb, sql, type Queries, type Tx } from '@urtuu/platform';
import type { PensionsTables } from '../tables.ts';
import { enrichPerson, searchText, type Stating } from './person.ts';

export interface KeptPerson {
  readonly personKey: string;
  readonly person: RecordPerson;
}

/** The identifiers stated belong to more than one person of this node. */
export interface IdentifierConflict {
  readonly personKeys: readonly string[];
}

/** Finds the person by identifiers or keeps a new one; what is newly stated is added to what is known. */
export async function keepPerson(
  tx: Tx,
  stated: RecordPerson,
  sources: { readonly newId: NewId; readonly now: Date; readonly by: Stating },
): Promise<Result<KeptPerson, IdentifierConflict>> {
  const identifiers = normalised(stated);
  await lockIdentifiers(tx, identifiers);
  const personKeys = await keysOf(tx, identifiers);
  const [personKey] = personKeys;
  if (personKeys.length > 1) return refuse({ personKeys });
  if (personKey === undefined) return ok(await keepNew(tx, stated, sources));
  const kept = await readPerson(tx, personKey);
  if (kept === undefined) throw new Error(`Identifier without a person: ${personKey}`);
  const person = enrichPerson(kept, stated, sources.by);
  await tx
    .tables<PensionsTables>()
    .updateTable('pensions_person')
    .set({ person: jsonb(person), search_text: searchText(person), updated_at: sources.now })
    .where('person_key', '=', personKey)
    .execute();
  await addIdentifiers(tx, personKey, person);
  return ok({ personKey, person });
}

async function keepNew(
  tx: Tx,
  person: RecordPerson,
  { newId, now }: { readonly newId: NewId; readonly now: Date },
): Promise<KeptPerson> {
  const personKey: string = newId<'Person'>();
  await tx
    .tables<PensionsTables>()
    .insertInto('pensions_person')
    .values({
      person_key: personKey,
      person: jsonb(person),
      search_text: searchText(person),
      created_at: now,
      updated_at: now,
    })
    .execute();
  await addIdentifiers(tx, personKey, person);
  return { personKey, person };
}

export async function readPerson(queries: Queries, personKey: string): Promise<RecordPerson | undefined> {
  const row = await queries
    .tables<PensionsTables>()
    .selectFrom('pensions_person')
    .select('person')
    .where('person_key', '=', personKey)
    .executeTakeFirst();
  return row?.person;
}

/**
 * The person behind what a sign-in tells of a citizen: the key itself, or an identifier as `scheme:value`.
 * Undefined where this node knows nobody of that number.
 */
export async function personKeyOfClaim(queries: Queries, claim: string): Promise<string | undefined> {
  const colon = claim.indexOf(':');
  if (colon < 0) {
    return isUuid(claim) && (await readPerson(queries, claim)) !== undefined ? claim : undefined;
  }
  const scheme = claim.slice(0, colon);
  const [key] = await keysOf(queries, [
    { scheme, value: normaliseIdentifier(scheme, claim.slice(colon + 1)) },
  ]);
  return key;
}

interface NormalisedIdentifier {
  readonly scheme: string;
  readonly value: string;
}

function normalised(person: RecordPerson): NormalisedIdentifier[] {
  return person.identifiers.map(({ scheme, value }) => ({
    scheme,
    value: normaliseIdentifier(scheme, value),
  }));
}

/** Two claims of one unknown person may arrive at once: the second waits here and then finds the first. */
async function lockIdentifiers(tx: Tx, identifiers: readonly NormalisedIdentifier[]): Promise<void> {
  const keys = identifiers.map(({ scheme, value }) => `person ${scheme} ${value}`).sort();
  for (const key of keys) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.tables<unknown>());
  }
}

async function keysOf(queries: Queries, identifiers: readonly NormalisedIdentifier[]): Promise<string[]> {
  if (identifiers.length === 0) return [];
  const rows = await queries
    .tables<PensionsTables>()
    .selectFrom('pensions_identifier')
    .select('person_key')
    .distinct()
    .where((where) =>
      where.or(
        identifiers.map(({ scheme, value }) =>
          where.and([where('scheme', '=', scheme), where('value', '=', value)]),
        ),
      ),
    )
    .orderBy('person_key')
    .execute();
  return rows.map((row) => row.person_key);
}

async function addIdentifiers(tx: Tx, personKey: string, person: RecordPerson): Promise<void> {
  if (person.identifiers.length === 0) return;
  await tx
    .tables<PensionsTables>()
    .insertInto('pensions_identifier')
    .values(
      person.identifiers.map(({ scheme, value, country }) => ({
        scheme,
        value: normaliseIdentifier(scheme, value),
        person_key: personKey,
        country,
      })),
    )
    .onConflict((conflict) => conflict.columns(['scheme', 'value']).doNothing())
    .execute();
}
