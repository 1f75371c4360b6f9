/** Checkpoints with the cosignatures that have come, and the one that is shown to the world. */
import { formatVerifierKey, hasQuorum, type Policy } from '@urtuu/evidence';
import type { Queries } from '@urtuu/platform';
import type { KeptCheckpoint } from '../log/checkpoints.ts';
import type { ExchangeTables } from '../tables.ts';

export interface CosignedCheckpoint extends KeptCheckpoint {
  /** whether as many witnesses as the policy wants have cosigned it */
  readonly quorum: boolean;
}

/** Newer checkpoints than the published one are few: each is made when the log has grown, at a sweep. */
const MOST_LOOKED_AT = 100;

/**
 * The newest checkpoint with a quorum; without one the newest of all. `index` asks for one that includes that entry.
 * Undefined where no checkpoint reaches so far.
 */
export async function publishedCheckpoint(
  queries: Queries,
  policy: Policy,
  index = -1,
): Promise<CosignedCheckpoint | undefined> {
  const tables = queries.tables<ExchangeTables>();
  const checkpoints = await tables
    .selectFrom('exchange_checkpoint')
    .select(['size', 'note'])
    .where('size', '>', index)
    .orderBy('size', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  const sizes = checkpoints.map(({ size }) => size);
  const lines =
    sizes.length === 0
      ? []
      : await tables
          .selectFrom('exchange_cosignature')
          .select(['size', 'witness', 'line'])
          .where('size', 'in', sizes)
          .orderBy('witness')
          .execute();
  const cosigned = checkpoints.map(({ size, note }): CosignedCheckpoint => {
    const own = lines.filter((line) => line.size === size);
    const signed = policy.witnesses
      .filter(({ key }) => own.some(({ witness }) => witness === formatVerifierKey(key)))
      .map(({ key }) => ({ key }));
    return { size, note: note + own.map(({ line }) => line).join(''), quorum: hasQuorum(policy, signed) };
  });
  return cosigned.find(({ quorum }) => quorum) ?? cosigned[0];
}
