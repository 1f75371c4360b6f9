import { Empty } from '../design/panel.tsx';
import { MessageTimeline } from '../exchange/message-timeline.tsx';
import { useLanguage } from '../language/language.tsx';
import { useCase } from './case-query.ts';

export function CaseMessages() {
  const { t } = useLanguage();
  const { data } = useCase();
  if (data === undefined) return null;
  if (data.transmissions.length === 0) return <Empty>{t('message.none')}</Empty>;
  return <MessageTimeline transmissions={data.transmissions} title={t('message.title')} />;
}
