/** Finds what is wrong with message files before a reader does. The build of the console fails on any fault. */
import { TYPE } from '@formatjs/icu-messageformat-parser';
import { LOCALES, type Locale } from '@urtuu/kernel';
import { compileMessage, type MessageFiles } from './messages.ts';
import { CARDINAL_CATEGORIES, ORDINAL_CATEGORIES } from './plural-rules.ts';

export interface MessageFault {
  readonly locale: Locale;
  readonly key: string;
  readonly fault:
    | 'missing'
    | 'extra'
    | 'empty'
    | 'syntax'
    | 'arguments-differ'
    | 'plural-category-missing'
    | 'format-unknown';
  readonly detail: string;
}

/** All faults of all languages; English is what the others are compared with. */
export function checkMessages(files: MessageFiles): MessageFault[] {
  const faults: MessageFault[] = [];
  for (const locale of LOCALES) {
    const texts = files[locale];
    for (const key of Object.keys(files.en)) {
      if (texts[key] === undefined)
        faults.push({ locale, key, fault: 'missing', detail: files.en[key] ?? '' });
    }
    for (const [key, text] of Object.entries(texts)) {
      const english = files.en[key];
      if (english === undefined) faults.push({ locale, key, fault: 'extra', detail: text });
      else faults.push(...checkText(locale, key, text, english));
    }
  }
  return faults;
}

/** One line per fault, for the terminal. */
export function describeFault({ locale, key, fault, detail }: MessageFault): string {
  return `${locale} ${key}: ${fault} (${detail})`;
}

function checkText(locale: Locale, key: string, text: string, english: string): MessageFault[] {
  if (text.trim() === '') return [{ locale, key, fault: 'empty', detail: '' }];
  const own = argumentsOf(locale, text);
  if (typeof own === 'string') return [{ locale, key, fault: 'syntax', detail: own }];
  const faults: MessageFault[] = [];
  for (const detail of own.unknownFormats) faults.push({ locale, key, fault: 'format-unknown', detail });
  for (const detail of own.missingCategories)
    faults.push({ locale, key, fault: 'plural-category-missing', detail });
  const wanted = argumentsOf('en', english);
  if (typeof wanted !== 'string' && signature(wanted) !== signature(own)) {
    const detail = `found ${signature(own) || 'none'}, wanted ${signature(wanted) || 'none'}`;
    faults.push({ locale, key, fault: 'arguments-differ', detail });
  }
  return faults;
}

interface Arguments {
  /** Kind of each argument: a text, a number, a day, a choice of cases. */
  readonly kinds: Map<string, string>;
  readonly unknownFormats: string[];
  readonly missingCategories: string[];
}

/** A plural needs other categories in each language, a choice the same cases. */
function signature({ kinds }: Arguments): string {
  return [...kinds]
    .map(([name, kind]) => `${name}: ${kind}`)
    .sort()
    .join(', ');
}

type Element = ReturnType<ReturnType<typeof compileMessage>['getAst']>[number];

function argumentsOf(locale: Locale, text: string): Arguments | string {
  const found: Arguments = { kinds: new Map(), unknownFormats: [], missingCategories: [] };
  try {
    visit(locale, compileMessage(locale, text).getAst(), found);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return found;
}

function visit(locale: Locale, elements: readonly Element[], found: Arguments): void {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        break;
      case TYPE.argument:
        add(found, element.value, 'text');
        break;
      case TYPE.number:
        add(found, element.value, 'number');
        if (element.style) found.unknownFormats.push(`number format of ${element.value}`);
        break;
      case TYPE.date:
        add(found, element.value, 'day');
        if (element.style && element.style !== 'long' && element.style !== 'short') {
          found.unknownFormats.push(`date format of ${element.value}`);
        }
        break;
      case TYPE.time:
        found.unknownFormats.push(`time format of ${element.value}`);
        break;
      case TYPE.select:
        add(found, element.value, `one of ${Object.keys(element.options).sort().join(' ')}`);
        for (const option of Object.values(element.options)) visit(locale, option.value, found);
        break;
      case TYPE.plural: {
        add(found, element.value, 'count');
        const wanted =
          element.pluralType === 'ordinal' ? ORDINAL_CATEGORIES[locale] : CARDINAL_CATEGORIES[locale];
        const missing = wanted.filter((category) => element.options[category] === undefined);
        for (const category of missing) found.missingCategories.push(`${category} of ${element.value}`);
        for (const option of Object.values(element.options)) visit(locale, option.value, found);
        break;
      }
      case TYPE.tag:
        visit(locale, element.children, found);
        break;
    }
  }
}

/** An argument may stand in a message several times; a number that is also counted is a count. */
function add({ kinds }: Arguments, name: string, kind: string): void {
  const before = kinds.get(name);
  if (before === undefined || before === 'text' || before === 'number') kinds.set(name, kind);
}
