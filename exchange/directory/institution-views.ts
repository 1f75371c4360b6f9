import type { Context } from '../context.ts';
import type { InstitutionView } from '../contract.ts';
import type { PublicKey } from '../crypto/jwk.ts';
import type { ExchangeTables } from '../tables.ts';
import type { Institution } from './directory.ts';

/** This institution first, then the partners, with their keys and the last contact. */
export async function institutionViews(
  context: Context,
  ownProfiles: readonly string[],
): Promise<InstitutionView[]> {
  const { database, directory, keys, self } = context;
  const queued = await database
    .tables<ExchangeTables>()
    .selectFrom('exchange_outbox')
    .select((of) => ['to_institution', of.fn.countAll<number>().as('count')])
    .where('next_attempt_at', 'is not', null)
    .groupBy('to_institution')
    .execute();
  const { all } = await directory.fresh();
  const own: InstitutionView = {
    ...self,
    name: { ...self.name },
    self: true,
    profiles: [...ownProfiles],
    keys: keys.all.map(keyView),
    queued: 0,
  };
  const partners = all.map((institution) =>
    partnerView(
      institution,
      queued.find((row) => row.to_institution === institution.institutionId)?.count ?? 0,
    ),
  );
  return [own, ...partners];
}

function partnerView(institution: Institution, queued: number): InstitutionView {
  const { institutionId, nodeId, country, name, baseUrl, profiles, keys, lastSuccess, lastFailure } =
    institution;
  return {
    institutionId,
    nodeId,
    country,
    name: { ...name },
    self: false,
    baseUrl,
    profiles: [...profiles],
    keys: keys.map(keyView),
    ...(lastSuccess === undefined ? {} : { lastSuccess: lastSuccess.toISOString() }),
    ...(lastFailure === undefined
      ? {}
      : { lastFailure: { at: lastFailure.at.toISOString(), problem: lastFailure.problem } }),
    queued,
  };
}

function keyView({ kid, use, alg, from, to, thumbprint }: PublicKey): InstitutionView['keys'][number] {
  return { kid, use, alg, from: from.toISOString(), to: to?.toISOString() ?? null, thumbprint };
}
