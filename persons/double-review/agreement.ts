/**
 * How far two officers who looked at the same pairs agree, and how far they would by chance (Cohen, J., “A coefficient
 * of agreement for nominal scales”, Educational and Psychological Measurement 20, 1960, p. 37–46).
 */

/** Pairs by what the first and the second officer said of them. */
export interface AgreementTable {
  readonly bothSame: number;
  readonly firstAlone: number;
  readonly secondAlone: number;
  readonly bothNotSame: number;
}

export interface Agreement {
  readonly pairs: number;
  /** share of pairs of which both said the same; null without any pair */
  readonly observed: number | null;
  /** share that would agree if each kept to how often he or she says “same” and looked at nothing */
  readonly byChance: number | null;
  /** Cohen's kappa: 1 full agreement, 0 no better than chance; null where chance alone agrees fully */
  readonly kappa: number | null;
}

export function agreementOf(table: AgreementTable): Agreement {
  const { bothSame, firstAlone, secondAlone, bothNotSame } = table;
  const pairs = bothSame + firstAlone + secondAlone + bothNotSame;
  if (pairs === 0) return { pairs, observed: null, byChance: null, kappa: null };
  const observed = (bothSame + bothNotSame) / pairs;
  const first = (bothSame + firstAlone) / pairs;
  const second = (bothSame + secondAlone) / pairs;
  const byChance = first * second + (1 - first) * (1 - second);
  // Both always said the same word: nothing tells skill from habit.
  const kappa = byChance === 1 ? null : (observed - byChance) / (1 - byChance);
  return { pairs, observed, byChance, kappa };
}

/** One review as two officers saw it: whom each took for the person, null for nobody. */
export interface TwoChoices {
  readonly candidates: readonly string[];
  readonly first: string | null;
  readonly second: string | null;
}

/** A choice says of every candidate whether he or she is the person, so that each candidate is a pair. */
export function tableOf(reviews: readonly TwoChoices[]): AgreementTable {
  const table = { bothSame: 0, firstAlone: 0, secondAlone: 0, bothNotSame: 0 };
  for (const { candidates, first, second } of reviews) {
    for (const candidate of candidates) {
      const says = [candidate === first, candidate === second];
      if (says[0] === true) table[says[1] === true ? 'bothSame' : 'firstAlone'] += 1;
      else table[says[1] === true ? 'secondAlone' : 'bothNotSame'] += 1;
    }
  }
  return table;
}
