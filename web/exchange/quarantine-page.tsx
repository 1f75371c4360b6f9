import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QuarantineView } from '@urtuu/exchange/contract';
import { useState } from 'react';
import { exchange } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useMay } from '../app/session.tsx';
import { ConfirmDialog } from '../case/confirm-dialog.tsx';
import { Button } from '../design/button.tsx';
import { Facts } from '../design/facts.tsx';
import { Tag } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';

/** Messages that could not be processed: nothing is lost, a human decides. */
export function QuarantinePage() {
  const { t } = useLanguage();
  const query = useQuery({
    queryKey: ['quarantine'],
    queryFn: ({ signal }) => exchange.listQuarantine({ query: {} }, signal),
    refetchInterval: 15_000,
  });
  return (
    <div className="stack">
      <PageHead title={t('quarantine.title')} lede={t('quarantine.lede')} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('quarantine.none')}</Empty>
          ) : (
            <div className="stack">
              {items.map((held) => (
                <Held key={held.quarantineId} held={held} />
              ))}
            </div>
          )
        }
      </Loaded>
    </div>
  );
}

function Held({ held }: { readonly held: QuarantineView }) {
  const { t, term, instant, number } = useLanguage();
  const operates = useMay('operator');
  return (
    <Panel
      title={held.cause}
      aside={
        <Tag meaning={held.state === 'held' ? 'care' : 'plain'}>{term('quarantineState', held.state)}</Tag>
      }
    >
      <div className="stack">
        <p>{held.detail}</p>
        <Facts
          facts={[
            [t('quarantine.receivedAt'), instant(held.receivedAt)],
            [t('quarantine.from'), held.from],
            [
              t('message.id'),
              held.transmissionId === undefined ? null : <code key="id">{held.transmissionId}</code>,
            ],
            [t('message.hash'), <code key="hash">{held.inputHash}</code>],
            [t('quarantine.attempts'), number(held.attempts)],
          ]}
        />
        {operates && held.state === 'held' ? <HeldActions quarantineId={held.quarantineId} /> : null}
      </div>
    </Panel>
  );
}

function HeldActions({ quarantineId }: { readonly quarantineId: string }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [discarding, setDiscarding] = useState(false);
  const done = (text: string) => {
    announce(text);
    setDiscarding(false);
    void queries.invalidateQueries({ queryKey: ['quarantine'] });
  };
  const replay = useMutation({
    mutationFn: () => exchange.replayQuarantined({ params: { quarantineId } }),
    onSuccess: () => done(t('quarantine.replayed')),
  });
  const discard = useMutation({
    mutationFn: (reason: string) =>
      exchange.discardQuarantined({ params: { quarantineId }, body: { reason } }),
    onSuccess: () => done(t('quarantine.discarded')),
  });
  return (
    <>
      {replay.isError ? <Failure error={replay.error} /> : null}
      <div className="row">
        <Button look="quiet" busy={replay.isPending} onClick={() => replay.mutate()}>
          {t('quarantine.replay')}
        </Button>
        <Button look="danger" onClick={() => setDiscarding(true)}>
          {t('quarantine.discard')}
        </Button>
      </div>
      {discarding ? (
        <ConfirmDialog
          title={t('quarantine.discard')}
          text={t('quarantine.discardText')}
          confirm={t('quarantine.discard')}
          noteLabel={t('quarantine.reason')}
          danger
          busy={discard.isPending}
          failure={discard.isError ? <Failure error={discard.error} /> : undefined}
          onClose={() => setDiscarding(false)}
          onConfirm={(reason) => discard.mutate(reason)}
        />
      ) : null}
    </>
  );
}
