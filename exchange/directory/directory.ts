/** The institutions that this node trusts, with their keys, read often and kept in memory for a moment. */
import type { Localized } from '@urtuu/kernel';
import type { Queries } from '@urtuu/platform';
import { isValidAt, publicKey, type KeyUse, type PublicKey } from '../crypto/jwk.ts';
import type { ExchangeTables } from '../tables.ts';
import { statedProfile } from './profile.ts';

export interface Institution {
  readonly institutionId: string;
  readonly nodeId: string;
  readonly country: string;
  readonly name: Localized;
  readonly baseUrl: string;
  readonly profiles: readonly string[];
  /** name of its evidence log */
  readonly log: string;
  readonly keys: readonly PublicKey[];
  readonly lastSuccess: Date | undefined;
  readonly lastFailure: { readonly at: Date; readonly problem: string } | undefined;
}

export interface DirectoryView {
  institution(institutionId: string): Institution | undefined;
  /** Whose key it is, and the key. */
  key(kid: string): { readonly institution: Institution; readonly key: PublicKey } | undefined;
  readonly all: readonly Institution[];
}

export interface Directory {
  /** The directory as it was at most a few seconds ago. */
  view(): Promise<DirectoryView>;
  /** As it is now; for a key or institution that the kept view does not know. */
  fresh(): Promise<DirectoryView>;
}

/** Keys change rarely; another process of this node may import one, so the memory is short. */
const KEPT_MILLIS = 2_000;

export function createDirectory(queries: Queries, clock: () => Date): Directory {
  let kept: { readonly at: number; readonly view: Promise<DirectoryView> } | undefined;
  const load = (): Promise<DirectoryView> => {
    const view = readDirectory(queries);
    kept = { at: clock().getTime(), view };
    // A failed reading is not kept: the next caller tries again.
    view.catch(() => (kept = undefined));
    return view;
  };
  return {
    fresh: load,
    view() {
      const age = kept === undefined ? Infinity : Math.abs(clock().getTime() - kept.at);
      return kept === undefined || age > KEPT_MILLIS ? load() : kept.view;
    },
  };
}

/** The newest key of a use that is valid at an instant. */
export function activeKey(institution: Institution, use: KeyUse, at: Date): PublicKey | undefined {
  const valid = institution.keys.filter((key) => key.use === use && isValidAt(key, at));
  return valid.toSorted((a, b) => b.from.getTime() - a.from.getTime())[0];
}

async function readDirectory(queries: Queries): Promise<DirectoryView> {
  const tables = queries.tables<ExchangeTables>();
  const rows = await tables
    .selectFrom('exchange_institution')
    .selectAll()
    .orderBy('institution_id')
    .execute();
  const keyRows = await tables.selectFrom('exchange_key').selectAll().orderBy('valid_from').execute();
  const all = rows.map((row): Institution => ({
    institutionId: row.institution_id,
    nodeId: row.node_id,
    country: row.country,
    name: row.name,
    baseUrl: row.base_url,
    profiles: row.profiles,
    log: statedProfile(row.signed_profile).log,
    keys: keyRows
      .filter((key) => key.institution_id === row.institution_id)
      .map(({ kid, key_use: use, alg, valid_from: from, valid_to: to, jwk }) =>
        publicKey({ kid, use, alg, from, to, jwk }),
      ),
    lastSuccess: row.last_success ?? undefined,
    lastFailure:
      row.last_failure_at === null
        ? undefined
        : { at: row.last_failure_at, problem: row.last_failure_problem ?? '' },
  }));
  const byId = new Map(all.map((institution) => [institution.institutionId, institution]));
  const byKid = new Map(
    all.flatMap((institution) => institution.keys.map((key) => [key.kid, { institution, key }])),
  );
  return { all, institution: (id) => byId.get(id), key: (kid) => byKid.get(kid) };
}
