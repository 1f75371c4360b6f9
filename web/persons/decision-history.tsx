import type { LinkDecisionView, PersonRecordView } from '@urtuu/persons/contract';
import { Tag } from '../design/notice.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useEvidenceWords } from './evidence-words.ts';
import { nameOf } from './person-name.tsx';

export interface DecisionHistoryProps {
  /** oldest first */
  readonly decisions: readonly LinkDecisionView[];
  /** whose history it is */
  readonly of: string;
  /** records by whose names the others are told */
  readonly records: readonly PersonRecordView[];
}

/** Everything decided of a record, for good: what, who, when, why, how likely it looked, and whether it is signed. */
export function DecisionHistory({ decisions, of, records }: DecisionHistoryProps) {
  const { t, term, instant } = useLanguage();
  const words = useEvidenceWords();
  const otherOf = ({ records: ids }: LinkDecisionView): string => {
    const other = ids.find((id) => id !== of);
    const record = records.find(({ recordId }) => recordId === other);
    return record === undefined ? t('persons.anotherRecord') : nameOf(record);
  };
  return (
    <Panel title={t('decisions.title')}>
      {decisions.length === 0 ? (
        <Empty>{t('decisions.none')}</Empty>
      ) : (
        <Table
          caption={t('decisions.title')}
          captionHidden
          rows={decisions}
          rowKey={({ decisionId }) => decisionId}
          columns={[
            {
              key: 'what',
              title: t('decisions.what'),
              names: true,
              renderCell: ({ outcome }) => term('linkOutcome', outcome),
            },
            { key: 'with', title: t('decisions.with'), renderCell: otherOf },
            {
              key: 'who',
              title: t('decisions.who'),
              renderCell: ({ basis, by }) => (basis === 'rule' ? t('decisions.byRule') : by),
            },
            {
              key: 'when',
              title: t('decisions.when'),
              renderCell: ({ at }) => <span className="nowrap">{instant(at)}</span>,
            },
            {
              key: 'why',
              title: t('decisions.why'),
              renderCell: ({ reason, newEvidence }) => (
                <>
                  {reason}
                  {newEvidence === '' ? null : (
                    <div className="small">{t('decisions.newEvidence', { evidence: newEvidence })}</div>
                  )}
                </>
              ),
            },
            {
              key: 'probability',
              title: t('decisions.probability'),
              numeric: true,
              renderCell: ({ probability }) => (probability === null ? '' : words.percent(probability)),
            },
            {
              key: 'signed',
              title: t('decisions.signed'),
              renderCell: ({ signed }) =>
                signed ? t('decisions.isSigned') : <Tag meaning="bad">{t('decisions.notSigned')}</Tag>,
            },
          ]}
        />
      )}
    </Panel>
  );
}
