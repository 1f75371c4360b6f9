/** Periods of documents, to and from the insurance record. Codes we do not know travel through unchanged. */
import type { Code, WireEvidence, WirePeriod } from '@urtuu/exchange';
import { PERIOD_KINDS, SCHEMES, type Evidence, type PeriodKind, type RecordPeriod } from '@urtuu/law';

/** Code systems of the exchange profile; national codes name their state. */
const PERIOD_TYPE_SYSTEM = 'urtuu:period-type';
const SCHEME_SYSTEM = 'urtuu:scheme';

/** Old-age alone: the only branch of this corridor. */
const OLD_AGE_ONLY = '100';

export function wirePeriod(period: RecordPeriod): WirePeriod {
  return {
    periodId: period.id,
    country: period.country,
    type: { system: PERIOD_TYPE_SYSTEM, code: period.type },
    scheme: schemeCode(period.scheme ?? SCHEMES.general),
    relevance: OLD_AGE_ONLY,
    calculation: OLD_AGE_ONLY,
    from: period.from,
    to: period.to,
    precision: period.precision,
    certainty: period.certainty,
    evidence: period.evidence.map(plainEvidence),
    ...(period.employer === undefined ? {} : { employer: { name: period.employer } }),
    insured: period.insured ?? period.kind !== 'equivalent',
    kind: period.kind,
  };
}

/** National schemes carry their state before a dot, as `mn.herder`; the shared list does not. */
function schemeCode(scheme: string): Code {
  return { system: scheme.includes('.') ? 'urtuu:scheme-national' : SCHEME_SYSTEM, code: scheme };
}

export function recordPeriod(period: WirePeriod): RecordPeriod {
  return {
    id: period.periodId.slice(0, MOST_ID),
    country: period.country,
    from: period.from,
    to: period.to,
    type: period.type.code.slice(0, MOST_CODE),
    insured: period.insured,
    scheme: period.scheme.code.slice(0, MOST_CODE),
    ...(period.employer === undefined ? {} : { employer: period.employer.name.slice(0, MOST_TEXT) }),
    evidence: period.evidence.slice(0, MOST_EVIDENCE).map(plainEvidence),
    certainty: period.certainty,
    precision: period.precision,
    kind: periodKind(period),
  };
}

/** Bounds of the insurance record, which are narrower than those of documents. The document itself is kept whole. */
const MOST_ID = 40;
const MOST_CODE = 40;
const MOST_TEXT = 200;
const MOST_EVIDENCE = 20;

/** A kind nobody knows counts as what its days were: insured work, or a period put on a par with it. */
function periodKind(period: WirePeriod): PeriodKind {
  const known = PERIOD_KINDS.find((kind) => kind === period.kind);
  return known ?? (period.insured ? 'compulsory' : 'equivalent');
}

function plainEvidence({ kind, ref, hash }: Evidence | WireEvidence): WireEvidence {
  return {
    kind,
    ...(ref === undefined ? {} : { ref }),
    ...(hash === undefined ? {} : { hash }),
  };
}
