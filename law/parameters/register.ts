import { day, type Day } from '@urtuu/kernel';
import cnDivisors from './cn/divisor-months.json' with { type: 'json' };
import cnPension from './cn/pension.json' with { type: 'json' };
import cnAge from './cn/retirement-age.json' with { type: 'json' };
import kzBase from './kz/base-pension.json' with { type: 'json' };
import kzFunded from './kz/funded-pillar.json' with { type: 'json' };
import kzRecord from './kz/labour-record.json' with { type: 'json' };
import kzAge from './kz/pension-age.json' with { type: 'json' };
import kzSolidarity from './kz/solidarity-pension.json' with { type: 'json' };
import kzYearly from './kz/yearly.json' with { type: 'json' };
import agreement from './kz-mn/agreement.json' with { type: 'json' };
import mnBuyBack from './mn/buy-back.json' with { type: 'json' };
import mnContributions from './mn/contributions.json' with { type: 'json' };
import mnHazard from './mn/hazardous-work.json' with { type: 'json' };
import mnInjury from './mn/employment-injury.json' with { type: 'json' };
import mnMaternity from './mn/maternity.json' with { type: 'json' };
import mnUnemployment from './mn/unemployment.json' with { type: 'json' };
import mnWelfare from './mn/welfare.json' with { type: 'json' };
import mnRecord from './mn/insured-record.json' with { type: 'json' };
import mnMinimum from './mn/minimum-and-increases.json' with { type: 'json' };
import mnWage from './mn/minimum-wage.json' with { type: 'json' };
import mnNotional from './mn/notional-accounts.json' with { type: 'json' };
import mnAge from './mn/pension-age.json' with { type: 'json' };
import mnVoluntary from './mn/voluntary-insurance.json' with { type: 'json' };
import mnPension from './mn/wage-based-pension.json' with { type: 'json' };
import { series, type ParameterVersion, type Series, type WrittenSeries } from './parameter.ts';

/** The topics of the country packs, `pack/topic`. A new country adds its files here and nowhere else. */
const TOPICS: Readonly<Record<string, { readonly series: readonly WrittenSeries[] }>> = {
  'kz/yearly': kzYearly,
  'kz/base-pension': kzBase,
  'kz/solidarity-pension': kzSolidarity,
  'kz/pension-age': kzAge,
  'kz/labour-record': kzRecord,
  'kz/funded-pillar': kzFunded,
  'mn/pension-age': mnAge,
  'mn/hazardous-work': mnHazard,
  'mn/insured-record': mnRecord,
  'mn/wage-based-pension': mnPension,
  'mn/minimum-and-increases': mnMinimum,
  'mn/minimum-wage': mnWage,
  'mn/notional-accounts': mnNotional,
  'mn/contributions': mnContributions,
  'mn/voluntary-insurance': mnVoluntary,
  'mn/buy-back': mnBuyBack,
  'mn/welfare': mnWelfare,
  'mn/unemployment': mnUnemployment,
  'mn/maternity': mnMaternity,
  'mn/employment-injury': mnInjury,
  'cn/retirement-age': cnAge,
  'cn/pension': cnPension,
  'cn/divisor-months': cnDivisors,
  'kz-mn/agreement': agreement,
};

const PACKS = Object.values(TOPICS);

const REGISTER: ReadonlyMap<string, Series> = new Map(
  PACKS.flatMap((pack) => pack.series).map((written) => [written.key, series(written)]),
);

/** The series of a key; statutes ask once, when they load. Throws on an unknown key. */
export function parameter(key: string): Series {
  const found = REGISTER.get(key);
  if (found === undefined) throw new Error(`No parameter is named ${key}`);
  return found;
}

/** Every key, in the order of the country packs. */
export function parameterKeys(): string[] {
  return [...REGISTER.keys()];
}

/** A topic of a country pack, named by the message `topic.<topic>`; its pack is `pack.<pack>`. */
export interface Topic {
  readonly topic: string;
  readonly pack: string;
  readonly keys: readonly string[];
}

/** Every topic with its keys, in the order of the country packs. */
export function parameterTopics(): Topic[] {
  return Object.entries(TOPICS).map(([topic, { series: written }]) => ({
    topic,
    pack: topic.slice(0, topic.indexOf('/')),
    keys: written.map(({ key }) => key),
  }));
}

/** All known versions of a key, oldest first; empty for a key nobody knows. */
export function versionsOf(key: string): ParameterVersion[] {
  return (REGISTER.get(key)?.versions ?? []).slice(1).map((version) => version.published);
}

/** The version of a key in force on a day; undefined where no version is known for it. */
export function inForce(key: string, on: Day): ParameterVersion | undefined {
  const version = REGISTER.get(key)?.at(on);
  return version === undefined || version === REGISTER.get(key)?.versions[0] ? undefined : version.published;
}

/** The versions that came into force after `a` and up to `b`, oldest first. Age tables by birth date are left out. */
export function changesBetween(a: Day, b: Day): ParameterVersion[] {
  return PACKS.flatMap((pack) => pack.series)
    .filter((written) => written.selectedBy === undefined)
    .flatMap((written) => versionsOf(written.key))
    .filter((version) => day(version.from) > a && day(version.from) <= b)
    .sort((x, y) => (x.from < y.from ? -1 : x.from > y.from ? 1 : 0));
}
