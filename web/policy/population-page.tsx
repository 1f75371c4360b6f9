import {
  COUNTRIES,
  isCountry,
  isVariant,
  VARIANTS,
  YEARLY_CORRELATION,
  type Country,
  type Variant,
} from '@urtuu/policy';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { AssumptionSlider } from './assumption-slider.tsx';
import { CountryCharts } from './country-charts.tsx';
import { MOST, populationSearch, type PopulationSearch } from './population-search.ts';
import { SideBySide } from './side-by-side.tsx';
import { PATHS, SEED } from './uncertainty.ts';
import { usePopulation } from './use-population.ts';
import { YearPlayer } from './year-player.tsx';

const ALL = Object.keys(COUNTRIES).filter(isCountry);
const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;
const SHOWN_FIRST = 2025;

const route = getRouteApi('/policy/population');

/** Population of one or more countries over 150 years, under assumptions that can be changed. Nothing leaves the browser. */
export function PopulationPage() {
  const { t, term } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const countries = countriesIn(search.countries);
  const variant: Variant =
    search.variant !== undefined && isVariant(search.variant) ? search.variant : 'medium';
  const { fertility = 0, expectancy = 0, migration = 0 } = search;
  const [wantsBands, setWantsBands] = useState(false);
  const [year, setYear] = useState(SHOWN_FIRST);
  const shown = usePopulation(
    countries.map((country) => ({ country, variant, fertility, expectancy, migration })),
    wantsBands,
  );
  const change = (changed: PopulationSearch) =>
    void navigate({
      search: (before) => populationSearch({ ...before, ...changed }),
      replace: true,
      resetScroll: false,
    });
  const choose = (country: Country, wanted: boolean) => {
    const next = ALL.filter((one) => (one === country ? wanted : countries.includes(one)));
    // At least one country stays, so that there is something to see.
    if (next.length > 0) change({ countries: next.join(',') });
  };

  return (
    <div className="stack">
      <PageHead title={t('policy.population')} lede={t('policy.lede')} />
      <Panel title={t('policy.assumptions')}>
        <fieldset className="filters">
          <legend className="fieldset__legend">{t('policy.countries')}</legend>
          {ALL.map((country) => (
            <label key={country} className="choice">
              <input
                type="checkbox"
                checked={countries.includes(country)}
                onChange={(event) => choose(country, event.target.checked)}
              />
              <span>{term('country', country.toUpperCase())}</span>
            </label>
          ))}
        </fieldset>
        <div className="filters">
          <Select
            label={t('policy.variant')}
            hint={t('policy.variantHint')}
            value={variant}
            onChange={(event) => change({ variant: event.target.value })}
            choices={VARIANTS.map((value) => ({ value, text: term('policyVariant', value) }))}
          />
          <AssumptionSlider
            label={t('policy.fertility')}
            hint={t('policy.fertilityHint')}
            most={MOST.fertility}
            step={0.1}
            value={fertility}
            onValue={(value) => change({ fertility: value })}
          />
          <AssumptionSlider
            label={t('policy.expectancy')}
            hint={t('policy.expectancyHint')}
            most={MOST.expectancy}
            step={0.5}
            value={expectancy}
            onValue={(value) => change({ expectancy: value })}
          />
          <AssumptionSlider
            label={t('policy.migration')}
            hint={t('policy.migrationHint')}
            most={MOST.migration}
            step={0.5}
            value={migration}
            onValue={(value) => change({ migration: value })}
          />
        </div>
        <div className="row">
          <Button look="quiet" onClick={() => change({ fertility: 0, expectancy: 0, migration: 0 })}>
            {t('policy.reset')}
          </Button>
          <label className="choice">
            <input
              type="checkbox"
              checked={wantsBands}
              onChange={(event) => setWantsBands(event.target.checked)}
            />
            <span>{t('policy.wantBands')}</span>
          </label>
        </div>
        {wantsBands ? (
          <p className="small soft">
            {t('policy.bandsNote', {
              paths: String(PATHS),
              correlation: String(YEARLY_CORRELATION),
              seed: String(SEED),
            })}
          </p>
        ) : null}
      </Panel>
      <YearPlayer from={FIRST_YEAR} to={LAST_YEAR} year={year} onYear={setYear} />
      <SideBySide countries={countries} shown={shown} year={year} />
      <div className="population-countries" aria-live="off">
        {countries.map((country) => {
          const { figures, bands, failed } = shown[country] ?? {};
          if (failed !== undefined)
            return (
              <Notice key={country} meaning="bad" title={term('country', country.toUpperCase())}>
                {t('policy.failed', { reason: failed })}
              </Notice>
            );
          if (figures === undefined) return <div key={country} className="skeleton" />;
          return <CountryCharts key={country} figures={figures} bands={bands} year={year} />;
        })}
      </div>
    </div>
  );
}

function countriesIn(text: string | undefined): Country[] {
  const found = (text ?? '').split(',').filter(isCountry);
  return found.length === 0 ? ['mn'] : found;
}
