import type { personsContract, PersonRecordView } from '@urtuu/persons/contract';
import type { ReplyOf } from '@urtuu/platform/contract';
import { Link } from '@tanstack/react-router';
import { Notice, Tag } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useEvidenceWords } from './evidence-words.ts';
import { nameOf } from './person-name.tsx';

type Cluster = ReplyOf<typeof personsContract.readPerson>['cluster'];
type ClusterLink = Cluster['links'][number];

export interface ClusterPanelProps {
  readonly cluster: Cluster;
  /** the record whose cluster it is */
  readonly of: PersonRecordView;
}

/** Which records count as one person, by which links, and which link is the weakest. */
export function ClusterPanel({ cluster, of }: ClusterPanelProps) {
  const { t, term } = useLanguage();
  const words = useEvidenceWords();
  const { members, links, weakest, isChain, refused } = cluster;
  const nameById = (id: string): string => {
    const record = [...members, of].find(({ recordId }) => recordId === id);
    return record === undefined ? t('persons.anotherRecord') : nameOf(record);
  };
  const isRefused = (link: ClusterLink) => refused.some(({ decisionId }) => decisionId === link.decisionId);
  return (
    <Panel title={t('cluster.title')}>
      <div className="stack">
        {members.length < 2 ? (
          <p>{t('cluster.alone')}</p>
        ) : (
          <ul className="list-plain stack--tight">
            {members.map((member) => (
              <li key={member.recordId}>
                <Link to="/persons/$recordId" params={{ recordId: member.recordId }}>
                  {nameOf(member)}
                </Link>{' '}
                <span className="soft">
                  {term('personSource', member.source)}, {term('country', member.country)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {isChain ? (
          <Notice meaning="care" title={t('cluster.chain')}>
            <p>{t('cluster.chainText')}</p>
          </Notice>
        ) : null}
        {links.length === 0 ? null : (
          <Table
            caption={t('cluster.links')}
            rows={links}
            rowKey={({ decisionId }) => decisionId}
            columns={[
              {
                key: 'records',
                title: t('cluster.between'),
                names: true,
                renderCell: ({ records }) => records.map(nameById).join(' – '),
              },
              {
                key: 'outcome',
                title: t('decisions.what'),
                renderCell: (link) => (
                  <span className="row">
                    {term('linkOutcome', link.outcome)}
                    {members.length > 2 && weakest?.decisionId === link.decisionId ? (
                      <Tag meaning="care">{t('cluster.weakest')}</Tag>
                    ) : null}
                    {isRefused(link) ? <Tag meaning="bad">{t('cluster.refused')}</Tag> : null}
                  </span>
                ),
              },
              {
                key: 'basis',
                title: t('cluster.basis'),
                renderCell: ({ basis }) => term('linkBasis', basis),
              },
              {
                key: 'score',
                title: t('evidence.bits'),
                numeric: true,
                renderCell: ({ score }) => words.bits(score),
              },
            ]}
          />
        )}
      </div>
    </Panel>
  );
}
