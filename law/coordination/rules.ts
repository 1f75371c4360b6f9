import { UNREAD, type Article } from '../finding/article.ts';

/** How days of a record are decided under any law. */
export const RECORD_RULES = {
  'total.counted': UNREAD,
  'total.afterClose': UNREAD,
  'record.afterAward': UNREAD,
  'record.unknownType': UNREAD,
  'record.noEvidence': UNREAD,
  'record.foreign': UNREAD,
  'overlap.ownState': UNREAD,
  'overlap.basis': UNREAD,
  'overlap.realOverEquivalent': UNREAD,
  'overlap.compulsoryFirst': UNREAD,
  'overlap.certainty': UNREAD,
  'overlap.earlierStart': UNREAD,
} as const satisfies Record<string, Article | undefined>;
