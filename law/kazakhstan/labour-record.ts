import { addMonths, type Day } from '@urtuu/kernel';
import type { AppliedTreaty } from '../agreements/kz-mn.ts';
import { RECOGNISED_SERVICE, type RecognitionFacts } from '../coordination/recognised-service.ts';
import { ascending, lengthOf, settle, type RecordRule, type SettledRecord } from '../coordination/settle.ts';
import type { Ground } from '../finding/ground.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledPeriod, CompiledRecord } from '../record/compile.ts';

/** Social Code Art 208: which days are labour record, and of which kind. */
export interface LabourRecord {
  readonly settled: SettledRecord;
  readonly cut: Day;
  /** W of the solidarity pension: the record before 1998 with all that is recognised; 30/360 length */
  readonly solidarity: number;
  /** n of the base pension: the record before 1998 and the periods with contributions after it; 30/360 length */
  readonly base: number;
}

const CUT_OFF = parameter('kz.record.cutOff');
const KANDAS_FROM = parameter('kz.kandas.recordFrom');
const CARE_PER_CHILD = parameter('kz.childCare.perChild');
const CARE_TOTAL = parameter('kz.childCare.total');
const MN_INSURANCE_START = parameter('mn.insuranceStart');
const KANDAS = flag('kz.kandasRecord');
const CHILD_CARE = flag('kz.childCare');
const OPVR = flag('kz.baseOpvr');
const PRE_1995 = flag('kzmn.pre1995Evidence');

interface Facts extends RecognitionFacts {
  readonly closes: Day;
  readonly cut: Day;
  readonly kandas: boolean;
  readonly mother: boolean;
  readonly careLimited: boolean;
  readonly perChild: number;
  readonly children: readonly Day[] | undefined;
  readonly opvrCounts: boolean;
}

/** Asked of each span of days in this order; the first that applies decides. */
const RULES: readonly RecordRule<Facts>[] = [
  { rule: 'record.afterAward', applies: (_period, from, { closes }) => from >= closes },
  { rule: 'record.unknownType', applies: ({ activity }) => activity === 'unknown' },
  {
    rule: 'record.noEvidence',
    applies: ({ certainty, evidenced }) => certainty === 'claimed' && !evidenced,
  },
  { rule: 'kz.record.notListed', applies: ({ activity }) => activity === 'other' },
  {
    rule: 'kz.record.childCareLimit',
    applies: (period, from, facts) =>
      period.activity === 'childCare' && facts.careLimited && !careOfOwnChild(from, facts),
  },
  {
    rule: 'kz.record.before1998',
    basis: 'national',
    applies: ({ country, kind }, from, { cut }) => country === 'KZ' && kind !== 'funded' && from < cut,
  },
  {
    rule: 'kz.record.contributions',
    basis: 'national',
    applies: (period, from, facts) => period.country === 'KZ' && from >= facts.cut && paidOpv(period, facts),
  },
  { rule: 'kz.record.noContributions', applies: ({ country }) => country === 'KZ' },
  {
    rule: 'kz.record.kandas',
    basis: 'kandas',
    applies: ({ activity, documented }, from, { cut, kandas }) =>
      kandas && from < cut && documented && activity !== 'childCare',
  },
  ...RECOGNISED_SERVICE,
  {
    rule: 'kz.record.kandasUnproved',
    applies: ({ documented }, from, { cut, kandas }) => kandas && from < cut && !documented,
  },
  { rule: 'record.foreign', applies: () => true },
];

/** The labour record of a person on the award date. */
export function labourRecord(
  record: CompiledRecord,
  on: Day,
  treaty: AppliedTreaty | undefined,
  ground: Ground,
  trace: 'none' | 'full',
): LabourRecord {
  const cut = ground.take(CUT_OFF, on).day ?? on;
  const mnStart = ground.take(MN_INSURANCE_START, on).day ?? on;
  const careLimited = hasChildCare(record) && ground.option(CHILD_CARE) === 'apply';
  const facts: Facts = {
    state: 'KZ',
    treaty,
    mnInsuranceStart: mnStart,
    mnDocumentsProve: treaty === undefined || ground.option(PRE_1995) === 'archiveOrLabourBook',
    closes: on,
    cut,
    kandas: recognisesKandas(record, on, ground),
    mother: record.sex === 'female',
    careLimited,
    perChild: careLimited ? ground.take(CARE_PER_CHILD, on).whole : 0,
    children: record.children,
    opvrCounts: !record.periods.some((period) => period.opvr) || ground.option(OPVR) === 'yes',
  };
  const turns = treaty === undefined ? ascending(mnStart, cut, on) : ascending(mnStart, cut, on, treaty.cut);
  const settled = settle(
    record.periods,
    {
      state: 'KZ',
      rules: RULES,
      facts,
      turns,
      careLimit: careLimited ? ground.take(CARE_TOTAL, on).whole * 30 : undefined,
      ...(careLimited ? { turnsOf: (period: CompiledPeriod) => careTurns(period, facts) } : {}),
    },
    trace,
  );
  const { counted } = settled;
  return {
    settled,
    cut,
    solidarity: lengthOf(counted, (run) => run.basis !== 'national' || run.from < cut),
    base: lengthOf(counted, (run) => run.basis !== 'treaty' || treaty?.countsForBase === true),
  };
}

/** Art 208 para 1 subpara 16: the record earned abroad by ethnic Kazakhs who came for permanent residence. */
function recognisesKandas(record: CompiledRecord, on: Day, ground: Ground): boolean {
  const { kandasSince, residence } = record;
  if (kandasSince === undefined || kandasSince > on || residence !== 'KZ') return false;
  const recognisedFrom = ground.take(KANDAS_FROM, on).day;
  return recognisedFrom !== undefined && recognisedFrom <= on && ground.option(KANDAS) === 'yes';
}

/** Mandatory contributions of the insured, or the employer's where they are held to count. */
function paidOpv(period: CompiledPeriod, { opvrCounts }: Facts): boolean {
  if (!period.insured || (period.kind !== 'compulsory' && period.kind !== 'funded')) return false;
  return opvrCounts || !period.opvr;
}

/** Child care counts for the mother, in the first years of each child. Unknown children are not held against her. */
function careOfOwnChild(from: Day, { mother, children, perChild }: Facts): boolean {
  if (!mother) return false;
  return (
    children === undefined || children.some((birth) => from >= birth && from < addMonths(birth, perChild))
  );
}

function careTurns(period: CompiledPeriod, { children, perChild }: Facts): readonly Day[] {
  if (period.activity !== 'childCare' || children === undefined) return [];
  return children.flatMap((birth) => [birth, addMonths(birth, perChild)]);
}

function hasChildCare(record: CompiledRecord): boolean {
  return record.periods.some((period) => period.activity === 'childCare' && period.country === 'KZ');
}
