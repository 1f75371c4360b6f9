import type { Tier, TierForecast } from '@urtuu/law';
import { Tag } from '../design/notice.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { Explanation } from '../decision/explanation.tsx';
import { useLawTexts } from '../decision/law-texts.ts';
import { useLanguage } from '../language/language.tsx';

/** The tiers as bars of the whole and as a table, then every reason. */
export function TiersResult({ forecast }: { readonly forecast: TierForecast }) {
  const { t, date, money } = useLanguage();
  const { retireOn, age, income, total, currency, assessments } = forecast;
  if (retireOn === undefined || age === undefined) return <Empty>{t('law.never')}</Empty>;
  return (
    <>
      <Panel
        title={t('law.atRetirement', { on: date(retireOn, 'long'), years: age.years, months: age.months })}
        aside={<Tag meaning="care">{t('decision.simulation')}</Tag>}
      >
        <p>
          {income === undefined
            ? t('law.noIncome')
            : t('law.lastIncome', { gross: money(income.gross, currency), net: money(income.net, currency) })}
        </p>
        <Bars forecast={forecast} />
        <Tiers forecast={forecast} />
        <p>
          <strong>{t('law.allTiers', { amount: money(total.amount, currency) })}</strong>{' '}
          {total.grossRate === undefined
            ? null
            : t('law.rates', { gross: total.grossRate, net: total.netRate ?? '' })}{' '}
          {total.complete ? null : <Tag meaning="care">{t('law.incomplete')}</Tag>}
        </p>
      </Panel>
      {assessments.map(({ benefit, findings }) =>
        findings === undefined ? null : <Explanation key={benefit} findings={findings} />,
      )}
    </>
  );
}

/** Shares of the monthly whole, one row for each tier that pays. The table says the same. */
function Bars({ forecast: { tiers, total } }: { readonly forecast: TierForecast }) {
  const law = useLawTexts();
  const paying = tiers.filter(({ amount }) => amount !== undefined);
  const whole = Number(total.amount);
  if (paying.length === 0 || whole === 0) return null;
  return (
    <div className="tier-bars" aria-hidden="true">
      {paying.map(({ tier, amount = '0' }) => (
        <div key={tier} className="tier-bars__row">
          <span>{law.word(`tier.${tier}`)}</span>
          <svg height="18" width="100%" preserveAspectRatio="none" viewBox="0 0 100 18">
            <rect
              className={`tier-bar tier-bar--${tier}`}
              width={(Number(amount) / whole) * 100}
              height="18"
            />
          </svg>
        </div>
      ))}
    </div>
  );
}

function Tiers({ forecast: { tiers, currency } }: { readonly forecast: TierForecast }) {
  const { t, money } = useLanguage();
  const law = useLawTexts();

  return (
    <Table
      caption={t('law.tiers')}
      captionHidden
      rows={tiers}
      rowKey={({ tier }) => tier}
      columns={[
        {
          key: 'tier',
          title: t('law.tier'),
          names: true,
          renderCell: ({ tier }) => law.word(`tier.${tier}`),
        },
        {
          key: 'amount',
          title: t('law.aMonth'),
          numeric: true,
          renderCell: ({ amount, once, outcome }) =>
            amount !== undefined ? (
              money(amount, currency)
            ) : once !== undefined ? (
              t('law.once', { amount: money(once, currency) })
            ) : (
              <span className="soft">{law.word(`outcome.${outcome}`)}</span>
            ),
        },
        {
          key: 'gross',
          title: t('law.grossRate'),
          numeric: true,
          renderCell: ({ grossRate }) => rate(grossRate),
        },
        { key: 'net', title: t('law.netRate'), numeric: true, renderCell: ({ netRate }) => rate(netRate) },
        { key: 'missing', title: t('law.missing'), renderCell: (tier) => <Missing tier={tier} /> },
      ]}
    />
  );
}

function Missing({ tier: { missing } }: { readonly tier: Tier }) {
  const law = useLawTexts();
  if (missing.length === 0) return null;
  return (
    <ul className="list-plain small">
      {missing.map((fact) => (
        <li key={fact.fact}>{law.missing(fact)}</li>
      ))}
    </ul>
  );
}

function rate(text: string | undefined): string {
  return text === undefined ? '–' : `${text} %`;
}
