/** Life tables by single year of age: survivors, years lived, life expectancy. */
import { AGES, ageColumn, at, OPEN_AGE, sum, type AgeColumn, type Sex } from './columns.ts';
import { monotoneSpline } from './monotone-spline.ts';

export interface LifeTable {
  /** l(x): of one newborn, the share alive at exact age x. */
  readonly survivors: AgeColumn;
  /** L(x): years lived between x and x + 1; at 100 all years lived from there on, T(100). */
  readonly living: AgeColumn;
  /** Deaths per person-year in the open group. */
  readonly openRate: number;
}

/** Starts of the abridged ages 0, 1, 5, 10, … 100 of the published death rates. */
export const ABRIDGED_AGES: readonly number[] = [0, 1, ...Array.from({ length: 20 }, (_, i) => (i + 1) * 5)];

/** From this age deaths within a group come at a constant force; half the width would give q above 1 at high rates. */
const CONSTANT_FORCE_FROM = 85;

/** Force of mortality summed over each age: −ln p(x); at 100 the death rate of the open group. */
export type Forces = AgeColumn;

/**
 * Forces by single age from abridged central death rates (deaths per person-year at 0, 1–4, 5–9, … 100+). Survivors at
 * the abridged ages follow the usual life table; between them the summed force is a monotone cubic.
 */
export function forcesOf(rates: readonly number[], sex: Sex): Forces {
  const summed = [0];
  let total = 0;
  for (const [i, age] of ABRIDGED_AGES.slice(0, -1).entries()) {
    const width = at(ABRIDGED_AGES, i + 1) - age;
    const m = at(rates, i);
    const q = (width * m) / (1 + (width - yearsLivedByDying(age, at(rates, 0), sex)) * m);
    total += age >= CONSTANT_FORCE_FROM ? width * m : -Math.log(1 - q);
    summed.push(total);
  }
  const cumulative = monotoneSpline(ABRIDGED_AGES, summed);
  return ageColumn((age) =>
    age === OPEN_AGE ? at(rates, rates.length - 1) : cumulative(age + 1) - cumulative(age),
  );
}

/** The life table of given forces. Within a year of age the force is constant; in the first year deaths come early. */
export function lifeTable(forces: Forces, sex: Sex): LifeTable {
  const survivors = ageColumn();
  survivors[0] = 1;
  for (let age = 1; age < AGES; age += 1)
    survivors[age] = at(survivors, age - 1) * Math.exp(-at(forces, age - 1));
  return withYearsLived(survivors, at(forces, OPEN_AGE), sex);
}

/** Years a newborn can expect to live. */
export function lifeExpectancy({ living }: LifeTable): number {
  return sum(living);
}

const MOST_SHIFT = 4;
const EXACT_YEARS = 1e-9;
/** Years of expectancy lost by a rise of the level by 1, roughly, in any country of today. */
const SLOPE = 20;

/**
 * The same pattern of mortality at another level: the relational logit of W. Brass (1971) with slope 1, its level found
 * so that the life expectancy at birth is the wanted one to 1e-9 years. Throws RangeError where no level gives it.
 */
export function atExpectancy(table: LifeTable, wanted: number, sex: Sex): LifeTable {
  let [low, high] = [-MOST_SHIFT, MOST_SHIFT];
  let before = { level: 0, over: lifeExpectancy(table) - wanted };
  let level = before.over / SLOPE;
  for (let i = 0; i < 100; i += 1) {
    if (!(level > low && level < high)) level = (low + high) / 2;
    const found = shifted(table, level, sex);
    const over = lifeExpectancy(found) - wanted;
    if (Math.abs(over) < EXACT_YEARS) return found;
    if (over > 0) low = level;
    else high = level;
    const next = level - (over * (level - before.level)) / (over - before.over);
    before = { level, over };
    level = next;
  }
  throw new RangeError(`no level of this pattern of mortality has a life expectancy of ${wanted} years`);
}

// In the logit model the force scales as the share of the dead does, which carries the shift into the open group.
function shifted({ survivors, openRate }: LifeTable, level: number, sex: Sex): LifeTable {
  const odds = Math.exp(2 * level);
  const moved = new Float64Array(AGES);
  for (let age = 0; age < AGES; age += 1) {
    const alive = at(survivors, age);
    moved[age] = alive / (alive + (1 - alive) * odds);
  }
  const open = (openRate * (1 - at(moved, OPEN_AGE))) / (1 - at(survivors, OPEN_AGE));
  return withYearsLived(moved, open, sex);
}

function withYearsLived(survivors: AgeColumn, openRate: number, sex: Sex): LifeTable {
  const living = new Float64Array(AGES);
  const dying = 1 - at(survivors, 1);
  living[0] = at(survivors, 1) + firstYear(dying, sex) * dying;
  for (let age = 1; age < OPEN_AGE; age += 1)
    living[age] = logarithmicMean(at(survivors, age), at(survivors, age + 1));
  living[OPEN_AGE] = at(survivors, OPEN_AGE) / openRate;
  return { survivors, living, openRate };
}

const SERIES_BELOW = 0.05;

/** Years lived in a year of age under a constant force: (a − b) / ln(a / b). A path of a simulation asks it 200,000 times. */
function logarithmicMean(a: number, b: number): number {
  const x = (a - b) / (a + b);
  if (x >= SERIES_BELOW) return (a - b) / Math.log(a / b);
  // ln(a / b) = 2 (x + x³/3 + x⁵/5 + …); below 0.05 the rest is under 1e-11.
  const square = x * x;
  return (a + b) / 2 / (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7))));
}

/** Years lived in the first year by those who die in it, from the probability to die in it. */
function firstYear(q: number, sex: Sex): number {
  let lived = 0.1;
  for (let i = 0; i < 4; i += 1) lived = yearsLivedByDying(0, q / (1 - (1 - lived) * q), sex);
  return lived;
}

/**
 * Mean years lived in an age group by those who die in it: A. Coale and P. Demeny, West model, for 0 and 1–4 (in S.
 * Preston, P. Heuveline, M. Guillot, Demography, 2001, table 3.3), else half of its width. `m0` is the infant death rate.
 */
function yearsLivedByDying(age: number, m0: number, sex: Sex): number {
  const high = m0 >= 0.107;
  if (age === 0) {
    if (sex === 'M') return high ? 0.33 : 0.045 + 2.684 * m0;
    return high ? 0.35 : 0.053 + 2.8 * m0;
  }
  if (age === 1) {
    if (sex === 'M') return high ? 1.352 : 1.651 - 2.816 * m0;
    return high ? 1.361 : 1.522 - 1.518 * m0;
  }
  return 2.5;
}
