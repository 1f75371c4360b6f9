/** The agreements that a node applies, all versions side by side. A case stays under the version of its opening. */
import type { AgreementPack } from './agreement-pack.ts';

export interface Agreements {
  /** The pack of a version; undefined where this node does not apply it. */
  version(id: string, version: string): AgreementPack | undefined;
  /**
   * The version in force on an ISO day. Where none is, the newest that is not in force yet: what is sent under it
   * says so in its legal basis.
   */
  on(id: string, day: string): AgreementPack | undefined;
  /** profiles of all packs, each once */
  readonly profiles: readonly string[];
}

/** Throws where two packs have the same id and version, or two versions are in force on one day. */
export function agreementsOf(packs: readonly AgreementPack[]): Agreements {
  for (const [index, pack] of packs.entries()) {
    const twin = packs.slice(index + 1).find((other) => other.id === pack.id && clash(pack, other));
    if (twin !== undefined)
      throw new Error(
        `Agreement ${pack.id}: versions ${pack.version} and ${twin.version} claim the same day or name`,
      );
  }
  return {
    version: (id, version) => packs.find((pack) => pack.id === id && pack.version === version),
    on(id, day) {
      const own = packs.filter((pack) => pack.id === id);
      return own.find((pack) => isInForce(pack, day)) ?? own.findLast(({ inForce }) => inForce.from === null);
    },
    profiles: [...new Set(packs.map(({ profile }) => profile))],
  };
}

function isInForce({ inForce: { from, to } }: AgreementPack, day: string): boolean {
  return from !== null && from <= day && (to === null || day <= to);
}

function clash(a: AgreementPack, b: AgreementPack): boolean {
  if (a.version === b.version) return true;
  const [first, second] = [a.inForce, b.inForce];
  if (first.from === null || second.from === null) return false;
  return (first.to === null || second.from <= first.to) && (second.to === null || first.from <= second.to);
}
