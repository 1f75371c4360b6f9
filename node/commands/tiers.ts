/** `urtuu tiers`: every tier of one person's pension side by side, carried on to retirement. */
import { dayOfInstant, type Locale } from '@urtuu/kernel';
import {
  explain,
  explainMissing,
  parsePrivateFund,
  tierAssumptionsSchema,
  tiers,
  wording,
  type PrivateFund,
  type Tier,
  type TierForecast,
} from '@urtuu/law';
import { AWARD_OPTIONS, dayIn, readAwardOptions, readLocale } from './award-options.ts';
import { WrongUsage, type Command, type CommandInput, type OptionValues } from './command.ts';
import { readInput, readRecord, WRONG_INPUT } from './read-record.ts';

export const tiersCommand: Command = {
  name: 'tiers',
  operands: ['<record.json | ->'],
  summary: 'Show every tier of a pension at retirement, with replacement rates, under stated assumptions',
  options: {
    law: AWARD_OPTIONS.law,
    from: { type: 'string', value: 'YYYY-MM-DD', meaning: 'First day that is supposed; today unless given' },
    retire: {
      type: 'string',
      value: 'YYYY-MM-DD',
      meaning: 'Day of retirement; the first on which a pension is open unless given',
    },
    growth: { type: 'string', value: 'percent', meaning: 'Own income a year above the level of the law; 0' },
    returns: { type: 'string', value: 'percent', meaning: 'Real return of funded accounts a year; 0' },
    'income-tax': { type: 'string', value: 'percent', meaning: 'Tax on income after contributions; 0' },
    'pension-tax': { type: 'string', value: 'percent', meaning: 'Tax on pensions; 0' },
    fund: { type: 'string', value: 'plan.json', meaning: 'A plan with a private pension fund' },
    assume: AWARD_OPTIONS.assume,
    explain: { type: 'boolean', meaning: 'Print the reasons of every tier of the law' },
    locale: AWARD_OPTIONS.locale,
    json: { type: 'boolean', meaning: 'Print the forecast as JSON' },
  },
  exitCodes: { 3: 'no old-age pension opens by the age of 75' },
  examples: [
    'urtuu tiers examples/records/saver-in-kazakhstan.json --law kz --from 2026-11-02 --returns 2',
    'urtuu tiers examples/records/saver-in-kazakhstan.json --law kz --from 2026-11-02 --fund examples/records/private-plan.json',
  ],
  run,
};

const NEVER = 3;

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const { law, assume = {} } = readAwardOptions(values);
  const from = dayIn(values, 'from') ?? dayOfInstant(new Date(), 0);
  const retireOn = dayIn(values, 'retire');
  if (retireOn !== undefined && retireOn < from)
    throw new WrongUsage('--retire: wanted a day not before --from');
  const locale = readLocale(values);
  const plain = assumptionsIn(values);
  const record = await readRecord(operands, terminal);
  if (record === undefined) return WRONG_INPUT;
  const file = values.text('fund');
  const fund =
    file === undefined ? undefined : await readInput<PrivateFund>([file], terminal, parsePrivateFund);
  if (file !== undefined && fund === undefined) return WRONG_INPUT;
  const assumptions = { ...plain, ...(fund === undefined ? {} : { privateFund: fund }) };
  const forecast = tiers(record, { law, from, retireOn, assume, assumptions });
  if (values.has('json')) terminal.out(JSON.stringify(forecast, null, 2));
  else for (const line of inWords(forecast, locale, values.has('explain'))) terminal.out(line);
  return forecast.retireOn === undefined ? NEVER : 0;
}

const PERCENTS = [
  ['growth', 'wageGrowth'],
  ['returns', 'returns'],
  ['income-tax', 'incomeTax'],
  ['pension-tax', 'pensionTax'],
] as const;

function assumptionsIn(values: OptionValues): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [option, member] of PERCENTS) {
    const text = values.text(option);
    if (text === undefined) continue;
    if (!tierAssumptionsSchema.safeParse({ [member]: text }).success)
      throw new WrongUsage(`--${option}: found ${text}, wanted percent a year such as 2.5`);
    found[member] = text;
  }
  return found;
}

const NAME = 34;
const BAR = 30;

function inWords(forecast: TierForecast, locale: Locale, explained: boolean): string[] {
  const { law, currency, retireOn, age, income, assumptions, total, privatePlan: plan } = forecast;
  if (retireOn === undefined || age === undefined) return [`${law}  ${wording('tiers.never', {}, locale)}`];
  const money = (amount: string) => ({ amount, currency });
  const months = age.years * 12 + age.months;
  const { wageGrowth, returns, incomeTax, pensionTax } = assumptions;
  const rates = {
    wageGrowth: { percent: wageGrowth },
    returns: { percent: returns },
    incomeTax: { percent: incomeTax },
    pensionTax: { percent: pensionTax },
  };
  const head = (['amount', 'gross', 'net'] as const).map((column, i) =>
    wording(`tiers.columns.${column}`, {}, locale).padStart(i === 0 ? 20 : 12),
  );
  return [
    `${law}  ${wording('tiers.title', { on: { day: retireOn }, age: { age: months } }, locale)}`,
    `  ${
      income === undefined
        ? wording('tiers.noIncome', {}, locale)
        : wording('tiers.income', { gross: money(income.gross), net: money(income.net) }, locale)
    }`,
    `  ${wording('tiers.assumed', rates, locale)}`,
    ...(plan === undefined
      ? []
      : [
          `  ${wording(
            'tiers.plan',
            {
              value: money(plan.value),
              contribution: money(plan.contribution),
              returns: { percent: plan.returns },
              balance: money(plan.balance),
            },
            locale,
          )}`,
          ...(plan.limited ? [`  ${wording('tiers.limited', {}, locale)}`] : []),
        ]),
    '',
    `  ${wording('tiers.columns.tier', {}, locale).padEnd(NAME)}${head.join('')}`,
    ...forecast.tiers.flatMap((tier) => tierLines(tier, forecast, locale)),
    `  ${wording('tiers.total', {}, locale).padEnd(NAME)}${cells(`${total.amount} ${currency}`, total)}`,
    ...(total.complete ? [] : [`  ${wording('tiers.incomplete', {}, locale)}`]),
    ...(explained
      ? forecast.assessments.flatMap(({ findings }) =>
          findings === undefined ? [] : ['', explain(findings, locale)],
        )
      : []),
  ];
}

function tierLines(tier: Tier, { currency, total }: TierForecast, locale: Locale): string[] {
  const { amount, once, outcome, missing } = tier;
  const paid =
    amount === undefined
      ? once === undefined
        ? wording(`outcome.${outcome}`, {}, locale)
        : wording('tiers.once', { amount: { amount: once, currency } }, locale)
      : `${amount} ${currency}`;
  const share = amount === undefined ? 0 : Number(amount) / Math.max(1, Number(total.amount));
  return [
    `  ${wording(`tier.${tier.tier}`, {}, locale).padEnd(NAME)}${cells(paid, tier)}  ${'█'.repeat(Math.round(share * BAR))}`.trimEnd(),
    ...missing.map((fact) => `    missing ${fact.fact}: ${explainMissing(fact, locale)}`),
  ];
}

function cells(paid: string, { grossRate, netRate }: Pick<Tier, 'grossRate' | 'netRate'>): string {
  return `${paid.padStart(20)}${rateCell(grossRate)}${rateCell(netRate)}`;
}

function rateCell(text: string | undefined): string {
  return (text === undefined ? '–' : `${text} %`).padStart(12);
}
