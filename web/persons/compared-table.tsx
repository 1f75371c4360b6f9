import type { ComparedView, PersonRecordView } from '@urtuu/persons/contract';
import { useMemo } from 'react';
import { Tag, type Meaning } from '../design/notice.tsx';
import { Table, type Column } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { differingParts } from './difference.ts';
import { useEvidenceWords } from './evidence-words.ts';
import { OtherNames } from './person-name.tsx';

/** What stands of the two is no matter here. */
type Compared = Omit<ComparedView, 'standing'>;
type Agreement = ComparedView['fields'][number]['agreement'];

const MEANINGS = {
  same: 'good',
  sameAfterTransliteration: 'good',
  similar: 'care',
  different: 'bad',
} as const satisfies Record<Exclude<Agreement, 'missing'>, Meaning>;

/** In which order a reader compares; numbers follow. */
const FIRST = ['name', 'birthDate', 'sex'];

export interface ComparedTableProps {
  readonly asked: PersonRecordView;
  readonly compared: readonly Compared[];
  /** what the first column of values is called, if nobody was asked for */
  readonly askedTitle?: string;
}

/** The person asked for and the candidates side by side, field by field; what differs is underlined and named. */
export function ComparedTable({ asked, compared, askedTitle }: ComparedTableProps) {
  const { t, term } = useLanguage();
  const words = useEvidenceWords();
  const fields = useMemo(() => fieldsOf(compared), [compared]);
  const columns: readonly Column<string>[] = [
    {
      key: 'field',
      title: t('identity.field'),
      names: true,
      renderCell: (field) => fieldName(field, term),
    },
    {
      key: 'asked',
      title: askedTitle ?? t('persons.asked'),
      renderCell: (field) => <Asked asked={asked} field={field} />,
    },
    ...compared.map((candidate, i): Column<string> => ({
      key: candidate.record.recordId,
      title: t('persons.candidateColumn', {
        number: i + 1,
        probability: words.percent(candidate.evidence.probability),
      }),
      renderCell: (field) => <Found candidate={candidate} field={field} />,
    })),
  ];
  return (
    <div className="stack--tight compared">
      <Table
        caption={t('persons.sideBySide')}
        captionHidden
        rows={fields}
        rowKey={(field) => field}
        columns={columns}
      />
      <p className="soft small">{t('persons.marks')}</p>
    </div>
  );
}

/** Every field that some candidate was compared by. */
function fieldsOf(compared: readonly Compared[]): string[] {
  const all = new Set(compared.flatMap(({ fields }) => fields.map(({ field }) => field)));
  return [...FIRST.filter((field) => all.has(field)), ...[...all].filter((field) => !FIRST.includes(field))];
}

function Asked({ asked, field }: { readonly asked: PersonRecordView; readonly field: string }) {
  const { t, term, date } = useLanguage();
  const missing = <span className="soft">{t('persons.notStated')}</span>;
  if (field === 'name') {
    const [first] = asked.names;
    return first === undefined ? (
      missing
    ) : (
      <>
        {first.text}
        <OtherNames record={asked} />
      </>
    );
  }
  if (field === 'birthDate') return asked.birthDate === '' ? missing : date(asked.birthDate);
  if (field === 'sex') return term('sex', asked.sex);
  const values = asked.identifiers.filter(({ scheme }) => field === `identifier.${scheme}`);
  return values.length === 0 ? missing : <code>{values.map(({ value }) => value).join(', ')}</code>;
}

function Found({ candidate, field }: { readonly candidate: Compared; readonly field: string }) {
  const { t, term } = useLanguage();
  const compared = candidate.fields.find((each) => each.field === field);
  if (compared === undefined || compared.found === '') {
    return <span className="soft">{t('persons.notStated')}</span>;
  }
  return (
    <>
      <div className={field.startsWith('identifier.') ? 'mono' : undefined}>
        <Value field={compared} />
        {field === 'name' ? <OtherNames record={candidate.record} /> : null}
      </div>
      {compared.agreement === 'missing' ? null : (
        <Tag meaning={MEANINGS[compared.agreement]}>{term('agreement', compared.agreement)}</Tag>
      )}
    </>
  );
}

/** A date whose parts differ is shown as it is stored, so that the part can be marked. */
function Value({ field }: { readonly field: ComparedView['fields'][number] }) {
  const { term, date } = useLanguage();
  if (field.field === 'sex') return term('sex', field.found);
  const parts = differingParts(field);
  if (parts.every(({ differs }) => !differs)) {
    return field.field === 'birthDate' ? date(field.found) : field.found;
  }
  return parts.map(({ text, differs }, i) =>
    differs ? (
      <mark key={`${text} ${String(i)}`} className="differs">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

/** Fields are `name`, `birthDate`, `sex`, and `identifier.<scheme>`. */
function fieldName(field: string, term: (family: string, code: string) => string): string {
  const scheme = /^identifier\.(.+)$/.exec(field)?.[1];
  return scheme === undefined ? term('identityField', field) : term('scheme', scheme);
}
