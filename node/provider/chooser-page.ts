/** The page on which somebody chooses an account: no password, and it says that it is for development. */
import { createHash } from 'node:crypto';
import { isLocale, type Locale } from '@urtuu/kernel';
import type { DevelopmentAccount } from './account.ts';

export interface ChooserTexts {
  readonly title: string;
  readonly notice: string;
  readonly staff: string;
  readonly citizens: string;
}

const TEXTS: Readonly<Record<Locale, ChooserTexts>> = {
  en: {
    title: 'Choose an account',
    notice:
      'Sign-in for demonstration and development. There are no passwords here, and nobody is a real person.',
    staff: 'Staff of the institution',
    citizens: 'Citizens',
  },
  mn: {
    title: 'Бүртгэлээ сонгоно уу',
    notice: 'Энэ нь үзүүлэн, хөгжүүлэлтийн нэвтрэлт. Нууц үг байхгүй, хэн ч бодит хүн биш.',
    staff: 'Байгууллагын ажилтнууд',
    citizens: 'Иргэд',
  },
  kk: {
    title: 'Тіркелгіні таңдаңыз',
    notice: 'Бұл — көрсетілім мен әзірлеуге арналған кіру беті. Құпиясөз жоқ, ешкім де шынайы адам емес.',
    staff: 'Мекеме қызметкерлері',
    citizens: 'Азаматтар',
  },
  ru: {
    title: 'Выберите учётную запись',
    notice: 'Вход для демонстрации и разработки. Паролей здесь нет, и все лица вымышлены.',
    staff: 'Сотрудники учреждения',
    citizens: 'Граждане',
  },
  zh: {
    title: '选择账户',
    notice: '此登录仅供演示和开发使用。没有密码，所有人物均为虚构。',
    staff: '机构工作人员',
    citizens: '公民',
  },
};

const STYLE = `
  body { font: 1rem/1.5 'Noto Sans', system-ui, sans-serif; margin: 0; color: #1a2433; background: #f4f6f8 }
  main { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem }
  h1 { font-size: 1.5rem; margin: 0 0 .5rem } h2 { font-size: 1rem; margin: 1.5rem 0 .5rem }
  p { margin: 0; padding: .75rem 1rem; background: #fff4d6; border-left: .25rem solid #9a6700 }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .375rem }
  button { width: 100%; text-align: left; font: inherit; padding: .625rem .875rem; cursor: pointer;
    border: 1px solid #b8c2cc; border-radius: .25rem; background: #fff; color: inherit }
  button:hover { border-color: #0b5cad } button:focus-visible { outline: .1875rem solid #0b5cad; outline-offset: 2px }
  small { display: block; color: #4a5768 }
`;

/** Allows the page its style and nothing else. */
export const CHOOSER_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

/** @param languages the request's Accept-Language header */
export function chooserPage(
  accounts: readonly DevelopmentAccount[],
  languages: string | undefined,
  action: string,
): string {
  const locale = preferred(languages);
  const texts = TEXTS[locale];
  const citizens = accounts.filter(({ roles }) => roles.includes('citizen'));
  const staff = accounts.filter((account) => !citizens.includes(account));
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(texts.title)} · Urtuu</title><style>${STYLE}</style></head>
<body><main>
<h1>${escape(texts.title)}</h1>
<p>${escape(texts.notice)}</p>
<form method="post" action="${escape(action)}">
${group(texts.staff, staff)}${group(texts.citizens, citizens)}
</form>
</main></body></html>`;
}

export function messagePage(text: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Urtuu</title><style>${STYLE}</style></head>
<body><main><h1>Urtuu</h1><p>${escape(text)}</p></main></body></html>`;
}

function group(heading: string, accounts: readonly DevelopmentAccount[]): string {
  if (accounts.length === 0) return '';
  const buttons = accounts.map(
    ({ account, name }) =>
      `<li><button name="account" value="${escape(account)}">${escape(account)}<small>${escape(name)}</small></button></li>`,
  );
  return `<h2>${escape(heading)}</h2><ul>\n${buttons.join('\n')}\n</ul>\n`;
}

function preferred(languages: string | undefined): Locale {
  const first = languages?.split(',')[0]?.trim().slice(0, 2);
  return isLocale(first) ? first : 'en';
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
