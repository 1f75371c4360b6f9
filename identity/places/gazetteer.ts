import { foldName } from '../names/fold-name.ts';
import { scriptOf } from '../names/writing.ts';
import { DISTRICTS, KAZAKHSTAN, MONGOLIA } from './units.ts';

/** A unit of the gazetteer. A region stands in itself. */
export interface PlaceUnit {
  /** position in the gazetteer, from 1; 0 is no place */
  readonly id: number;
  /** `MN-071`, or `MN-071/Толбо` for a soum */
  readonly code: string;
  readonly region: number;
  readonly names: readonly string[];
  /** the usual name by language; districts have Mongolian, some Kazakh */
  readonly in: Readonly<Partial<Record<'en' | 'mn' | 'kk' | 'ru' | 'zh', string>>>;
}

export type PlaceWarning = 'place-unknown' | 'place-ambiguous';

export interface StatedPlace {
  /** id of the unit, 0 if none was found */
  readonly unit: number;
  readonly warnings: readonly PlaceWarning[];
}

/**
 * The unit a text names, by its own spellings alone and never by likeness: Ховд, Қобда, Кобдо and 科布多 are one aimag,
 * 后杭爱 is Arkhangai. Of several parts («Баян-Өлгий аймаг, Толбо сум») the smallest unit counts. A soum whose name
 * several regions use is no evidence unless its region is named.
 */
export function findPlace(text: string): StatedPlace {
  const parts = text
    .normalize('NFC')
    .split(/[,;/(),、，]/u)
    .filter((part) => /\p{Letter}/u.test(part));
  if (parts.length === 0) return { unit: 0, warnings: [] };
  const found = parts.map(unitsNamed).filter((units) => units.length > 0);
  if (found.length === 0) return { unit: 0, warnings: ['place-unknown'] };
  const inNamedRegion = found.flatMap((units, i) =>
    units.filter(
      (unit) =>
        !isRegion(unit) && found.some((others, j) => j !== i && others.some(({ id }) => id === unit.region)),
    ),
  );
  const all = found.flat();
  const regions = all.filter(isRegion);
  for (const candidates of [inNamedRegion, regions, all]) {
    const [unit, ...others] = new Set(candidates.map(({ id }) => id));
    if (unit === undefined) continue;
    return others.length === 0 ? { unit, warnings: [] } : { unit: 0, warnings: ['place-ambiguous'] };
  }
  return { unit: 0, warnings: ['place-ambiguous'] };
}

/** `sameUnit`: one unit; `within`: one lies in the other, or is known by its region only; `sameRegion`: two soums. */
export const PLACE_AGREEMENTS = ['sameUnit', 'within', 'sameRegion', 'different'] as const;
export type PlaceAgreement = (typeof PLACE_AGREEMENTS)[number] | 'missing';

export function placeAgreement(a: number, b: number): PlaceAgreement {
  if (a === 0 || b === 0) return 'missing';
  if (a === b) return 'sameUnit';
  const regionA = regionOf(a);
  const regionB = regionOf(b);
  if (regionA !== regionB) return 'different';
  return a === regionA || b === regionB ? 'within' : 'sameRegion';
}

export function regionOf(unit: number): number {
  return PLACES[unit - 1]?.region ?? 0;
}

/** Every unit; a unit's id is its position from 1. */
export const PLACES: readonly PlaceUnit[] = placesOf();

function placesOf(): PlaceUnit[] {
  const regions = [...MONGOLIA, ...KAZAKHSTAN].map(({ code, names, also }, i) => ({
    id: i + 1,
    code,
    region: i + 1,
    names: [...new Set([...Object.values(names), ...also])],
    in: names,
  }));
  const idOf = new Map(regions.map(({ code, id }) => [code, id]));
  const districts = DISTRICTS.map((row, i) => ({
    id: regions.length + i + 1,
    code: `${row.in}/${row.mn}`,
    region: idOf.get(row.in) ?? 0,
    names: row.kk === undefined ? [row.mn] : [row.mn, row.kk],
    in: row.kk === undefined ? { mn: row.mn } : { mn: row.mn, kk: row.kk },
  }));
  return [...regions, ...districts];
}

function isRegion({ id, region }: PlaceUnit): boolean {
  return id === region;
}

function unitsNamed(part: string): readonly PlaceUnit[] {
  const whole = BY_NAME.get(keyOf(part));
  return whole ?? BY_NAME.get(keyOf(part.replaceAll(KIND_OF_UNIT, ' '))) ?? [];
}

/** Words that say what kind of unit it is, in the languages of the region. */
const KIND_OF_UNIT =
  /(?<!\p{Letter})(?:аймаг|аймағы|аймак|сум|сумон|сомон|сұмын|дүүрэг|хот|муж|нийслэл|облысы|облыс|область|обл|район|ауданы|аудан|қаласы|қ|город|г|aimag|aimak|province|region|oblast|soum|sum|district|city)\.?(?!\p{Letter})|[省州盟市县区]$/giu;

/** Letters alone, folded, so that spaces, hyphens and the letters of a keyboard make no difference. */
function keyOf(text: string): string {
  const script = scriptOf(text);
  if (script === undefined) return '';
  if (script === 'Hani') return text.replaceAll(/\P{Script=Han}/gu, '');
  return foldName(text, script).join('');
}

const BY_NAME: ReadonlyMap<string, readonly PlaceUnit[]> = byName();

function byName(): Map<string, PlaceUnit[]> {
  const index = new Map<string, PlaceUnit[]>();
  for (const unit of PLACES) {
    const keys = new Set(unit.names.map(keyOf));
    for (const key of keys) if (key !== '') index.set(key, [...(index.get(key) ?? []), unit]);
  }
  return index;
}
