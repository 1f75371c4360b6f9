import { UNREAD, type Article } from '../finding/article.ts';

const PENSION: Article = { law: 'cn.pension' };
const AGE: Article = { law: 'cn.retirementAge' };

/** Rules of China: the pension of urban employees. */
export const CHINA_RULES = {
  'assess.cn': PENSION,
  'cn.record': PENSION,
  'cn.record.contributed': PENSION,
  'cn.record.deemed': UNREAD,
  'cn.record.notInsured': PENSION,
  'cn.group': AGE,
  'cn.groupUnknown': AGE,
  'cn.delay': AGE,
  'cn.statutory': { ...AGE, article: '2' },
  'cn.early': { ...AGE, article: '3' },
  'cn.later': { ...AGE, article: '3' },
  'cn.basic': PENSION,
  'cn.account': PENSION,
  'cn.account.interest': UNREAD,
  'cn.account.none': PENSION,
  'cn.transitional': UNREAD,
  'cn.factMissing': UNREAD,
  'cn.c.base': UNREAD,
} as const satisfies Record<string, Article | undefined>;
