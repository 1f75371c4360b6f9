/** What the forms of `urtuu assess` have in common: which law, which benefit, when, under which answers. */
import { dayOfInstant, isLocale, LOCALES, parseDay, type Day, type Locale } from '@urtuu/kernel';
import {
  BENEFIT_CODES,
  benefitsOf,
  faultsOfAssumptions,
  LAW_CODES,
  type AssessOptions,
  type BenefitCode,
  type LawCode,
} from '@urtuu/law';
import { nationalNodes } from '../corridor/national-nodes.ts';
import { WrongUsage, type CommandOption, type OptionValues } from './command.ts';

export const AWARD_OPTIONS = {
  law: { type: 'string', value: LAW_CODES.join('|'), meaning: 'Law of the awarding state (needed)' },
  benefit: {
    type: 'string',
    value: 'name',
    meaning: `Benefit that is claimed, oldAge unless given; known: ${BENEFIT_CODES.join(', ')}`,
  },
  treaty: { type: 'string', value: 'kz-mn', meaning: 'Agreement to apply, if it is in force' },
  on: {
    type: 'string',
    value: 'YYYY-MM-DD',
    meaning: 'Award date; today in the awarding state unless given',
  },
  'pay-on': { type: 'string', value: 'YYYY-MM-DD', meaning: 'Payment date; the award date unless given' },
  assume: {
    type: 'string',
    value: 'key=value',
    multiple: true,
    meaning: 'Answer to an open question of law, such as kzmn.inForceFrom=2026-07-01; may be repeated',
  },
  locale: { type: 'string', value: LOCALES.join('|'), meaning: 'Language of the words; en unless given' },
} as const satisfies Readonly<Record<string, CommandOption>>;

export type AwardOptions = Omit<AssessOptions, 'explain'>;

/** Reads the options. Throws WrongUsage, naming the one that is wrong. */
export function readAwardOptions(values: OptionValues): AwardOptions {
  const law = lawIn(values);
  const benefit = benefitIn(values, law);
  const treaty = values.text('treaty');
  if (treaty !== undefined && treaty !== 'kz-mn')
    throw new WrongUsage(`--treaty: found ${treaty}, wanted kz-mn`);
  const on = dayIn(values, 'on') ?? dayOfInstant(new Date(), UTC_OFFSET_MINUTES[law]);
  const payOn = dayIn(values, 'pay-on');
  if (payOn !== undefined && payOn < on) throw new WrongUsage('--pay-on: wanted a day not before --on');
  return {
    law,
    on,
    assume: assumptions(values),
    ...(benefit === undefined ? {} : { benefit }),
    ...(payOn === undefined ? {} : { payOn }),
    ...(treaty === undefined ? {} : { treaty }),
  };
}

export function readLocale(values: OptionValues): Locale {
  const locale = values.text('locale') ?? 'en';
  if (!isLocale(locale))
    throw new WrongUsage(`--locale: found ${locale}, wanted one of ${LOCALES.join(', ')}`);
  return locale;
}

/** Whose today it is when no award date is given. */
const UTC_OFFSET_MINUTES = {
  kz: nationalNodes.kz.utcOffsetMinutes,
  mn: nationalNodes.mn.utcOffsetMinutes,
  // Beijing time, one for the whole country
  cn: 480,
} as const satisfies Record<LawCode, number>;

function lawIn(values: OptionValues): LawCode {
  const asked = values.text('law');
  const law = LAW_CODES.find((code) => code === asked);
  if (law === undefined)
    throw new WrongUsage(`--law: wanted ${[...LAW_CODES].sort().reverse().join(' or ')}`);
  return law;
}

function benefitIn(values: OptionValues, law: LawCode): BenefitCode | undefined {
  const asked = values.text('benefit');
  if (asked === undefined) return undefined;
  const known = benefitsOf(law);
  const benefit = known.find((code) => code === asked);
  if (benefit === undefined)
    throw new WrongUsage(`--benefit: found ${asked}, the law of ${law} has ${known.join(', ')}`);
  return benefit;
}

/** A day given by an option. Throws WrongUsage where it is none. */
export function dayIn(values: OptionValues, name: string): Day | undefined {
  const text = values.text(name);
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (!day.ok) throw new WrongUsage(`--${name}: found ${text}, wanted a day of the calendar as YYYY-MM-DD`);
  return day.value;
}

/** Answers to open questions of law. Throws WrongUsage, naming the flag and its options. */
export function assumptions(values: OptionValues): Record<string, string> {
  const pairs = values.texts('assume').map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new WrongUsage(`--assume: found ${text}, wanted key=value`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  const assume = Object.fromEntries(pairs);
  const [fault] = faultsOfAssumptions(assume);
  if (fault !== undefined) throw new WrongUsage(`--assume ${fault.pointer.slice(1)}: ${fault.detail}`);
  return assume;
}
