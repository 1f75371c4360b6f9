import type { TransmissionView } from '@urtuu/exchange/contract';
import { useLanguage } from '../language/language.tsx';
import { inOrder } from './message-order.ts';
import { MessageCard } from './message-card.tsx';

export interface MessageTimelineProps {
  readonly transmissions: readonly TransmissionView[];
  readonly title: string;
}

/** All messages of a case from the first to the last. */
export function MessageTimeline({ transmissions, title }: MessageTimelineProps) {
  const { t } = useLanguage();
  return (
    <section className="stack--tight" aria-label={title}>
      <p className="soft">{t('message.levels')}</p>
      <ol className="timeline">
        {inOrder(transmissions).map((transmission) => (
          <li
            key={transmission.transmissionId}
            className={`timeline__item timeline__item--${transmission.direction}`}
          >
            <MessageCard transmission={transmission} />
          </li>
        ))}
      </ol>
    </section>
  );
}
