import { dayOfInstant, refuse, type Day, type Result } from '@urtuu/kernel';
import { identifierFaults } from '@urtuu/identity';
import { LAW_CODES, parseInsuranceRecord, tiers, type Fault, type InsuranceRecord } from '@urtuu/law';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Select, TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { useLawTexts } from '../decision/law-texts.ts';
import { useLanguage } from '../language/language.tsx';
import type { MessageKey } from '../language/message-key.ts';
import { EXAMPLE_RECORD } from './example-record.ts';
import { LawFrame } from './law-frame.tsx';
import { meaningOf, START, type Supposed } from './supposed.ts';
import { TiersResult } from './tiers-result.tsx';

const RATES = [
  ['wageGrowth', 'law.assume.wageGrowth'],
  ['returns', 'law.assume.returns'],
  ['incomeTax', 'law.assume.incomeTax'],
  ['pensionTax', 'law.assume.pensionTax'],
] as const satisfies readonly (readonly [keyof Supposed, MessageKey])[];
const PLAN = [
  ['balance', 'law.plan.balance'],
  ['contribution', 'law.plan.contribution'],
  ['fundReturns', 'law.plan.fundReturns'],
  ['payoutMonths', 'law.plan.payoutMonths'],
] as const satisfies readonly (readonly [keyof Supposed, MessageKey])[];

/** All tiers of one person's pension, with assumptions that can be changed. Nothing leaves the browser. */
export function TiersPage() {
  const { t } = useLanguage();
  const law = useLawTexts();
  const [record, setRecord] = useState<InsuranceRecord>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [supposed, setSupposed] = useState<Supposed>(START);
  const [from] = useState(() => dayOfInstant(new Date(), 0));
  const { faulty } = meaningOf(supposed, from);
  const change = (member: keyof Supposed, value: string) => setSupposed({ ...supposed, [member]: value });

  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const found = readRecord(await file.text());
    setRecord(found.ok ? found.value : undefined);
    setFaults(found.ok ? [] : found.error);
  };

  return (
    <LawFrame title={t('law.tiersTitle')} lede={t('law.tiersLede')}>
      <Panel title={t('law.person')}>
        <div className="filters no-print">
          <label className="field">
            <span className="field__label">{t('law.recordFile')}</span>
            <span className="field__hint">{t('law.recordHint')}</span>
            <input
              type="file"
              accept="application/json,.json"
              onChange={(event) => void read(event.target.files?.[0])}
            />
          </label>
          <Button
            look="quiet"
            onClick={() => {
              setRecord(EXAMPLE_RECORD);
              setFaults([]);
            }}
          >
            {t('law.takeExample')}
          </Button>
        </div>
        {faults.length === 0 ? null : <Faults faults={faults} />}
      </Panel>
      <Panel title={t('law.assumptions')}>
        <div className="filters">
          <Select
            label={t('law.ofLaw')}
            value={supposed.law}
            onChange={(event) => {
              const code = LAW_CODES.find((one) => one === event.target.value);
              if (code !== undefined) setSupposed({ ...supposed, law: code });
            }}
            choices={LAW_CODES.map((value) => ({ value, text: law.word(`pack.${value}`) }))}
          />
          <DateField
            legend={t('law.retireOn')}
            hint={t('law.retireHint')}
            error={faulty.has('retireOn') ? t('law.notADay') : undefined}
            value={supposed.retireOn}
            onChange={(value) => change('retireOn', value)}
          />
        </div>
        <div className="filters">
          {RATES.map(([member, label]) => (
            <TextField
              key={member}
              label={t(label)}
              inputMode="decimal"
              maxLength={6}
              value={supposed[member]}
              onChange={(event) => change(member, event.target.value.trim())}
              error={faulty.has(member) ? t('law.notARate') : undefined}
            />
          ))}
        </div>
        <fieldset className="filters">
          <legend className="fieldset__legend">{t('law.plan')}</legend>
          {PLAN.map(([member, label]) => (
            <TextField
              key={member}
              label={t(label)}
              inputMode="decimal"
              maxLength={14}
              value={supposed[member]}
              onChange={(event) => change(member, event.target.value.trim())}
              error={faulty.has(member) ? t('law.notARate') : undefined}
            />
          ))}
        </fieldset>
      </Panel>
      {record === undefined ? (
        <Notice>{t('law.noRecord')}</Notice>
      ) : (
        <Forecast record={record} supposed={supposed} from={from} />
      )}
    </LawFrame>
  );
}

function readRecord(text: string): Result<InsuranceRecord, Fault[]> {
  try {
    const json: unknown = JSON.parse(text);
    return parseInsuranceRecord(json, identifierFaults);
  } catch {
    return refuse([{ pointer: '', code: 'format', detail: 'not JSON' }]);
  }
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const { t } = useLanguage();
  return (
    <Notice meaning="bad" title={t('law.badRecord')}>
      <ul className="list-indented" role="alert">
        {faults.slice(0, 20).map(({ pointer, code, detail }) => (
          <li key={`${pointer} ${code}`}>
            <code>{pointer === '' ? '/' : pointer}</code> <span lang="en">{detail}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Forecast({
  record,
  supposed,
  from,
}: {
  readonly record: InsuranceRecord;
  readonly supposed: Supposed;
  readonly from: Day;
}) {
  const { t } = useLanguage();
  const asked = useDeferredValue(supposed);
  const found = useMemo(() => {
    const { retireOn, assumptions, faulty } = meaningOf(asked, from);
    return faulty.size > 0 ? undefined : tiers(record, { law: asked.law, from, retireOn, assumptions });
  }, [record, asked, from]);
  if (found === undefined) return <Notice meaning="care">{t('law.cannotForecast')}</Notice>;
  return <TiersResult forecast={found} />;
}
