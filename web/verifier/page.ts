/** The page as elements, made anew from what is given; native controls, no framework, so that it can be read whole. */
import {
  CHECKS,
  evidenceMessages,
  factsOf,
  refusalText,
  type Check,
  type EvidenceText,
} from '@urtuu/evidence';
import { LOCALES, type Locale } from '@urtuu/kernel';
import { contentOf, type Given, type Outcome, type Place } from './files.ts';

export interface PageState {
  readonly locale: Locale;
  readonly given: Given;
  readonly outcome: Outcome;
}

export interface PageActs {
  readonly choose: (place: Place, files: readonly File[]) => void;
  readonly speak: (locale: Locale) => void;
}

const LANGUAGES: Readonly<Record<Locale, string>> = {
  en: 'English',
  mn: 'Монгол',
  kk: 'Қазақша',
  ru: 'Русский',
  zh: '中文',
};

export function pageOf(state: PageState, acts: PageActs): readonly Node[] {
  const t = (key: EvidenceText): string => evidenceMessages[state.locale][key];
  return [
    languageField(state.locale, t('page.language'), acts),
    element('h1', { text: t('page.title') }),
    element('p', { text: t('page.lede') }),
    element('p', { text: t('page.drop') }),
    fileField(
      'proof',
      t('page.proof'),
      state.given.proof === undefined ? [] : [state.given.proof.name],
      acts,
    ),
    fileField(
      'document',
      t('page.document'),
      state.given.document === undefined ? [] : [state.given.document.name],
      acts,
    ),
    fileField(
      'keys',
      t('page.keys'),
      state.given.keys.map(({ name }) => name),
      acts,
    ),
    element('p', { text: t('page.trust'), className: 'soft' }),
    verdictOf(state, t),
  ];
}

function verdictOf({ locale, given, outcome }: PageState, t: (key: EvidenceText) => string): HTMLElement {
  const region = element('section', { className: 'verdict' });
  region.setAttribute('role', 'status');
  switch (outcome.kind) {
    case 'missing': {
      const what = outcome.places.map((place) => t(`page.${place}`)).join('; ');
      region.append(element('p', { text: t('page.missing').replace('{what}', what) }));
      return region;
    }
    case 'keys-malformed':
      region.append(
        element('p', { text: t('page.keysMalformed').replace('{found}', outcome.file), className: 'bad' }),
      );
      return region;
    case 'checked': {
      const { verdict, keys } = outcome;
      const failed = verdict.ok ? undefined : verdict.error.check;
      const headline = verdict.ok
        ? t('verified')
        : `${t('notVerified')} ${refusalText(verdict.error, locale)}`;
      region.append(
        element('p', { text: headline, className: verdict.ok ? 'good headline' : 'bad headline' }),
        element('h2', { text: t('page.checks') }),
        checkList(failed, t),
      );
      if (verdict.ok) {
        region.append(factList(factsOf(verdict.value, keys, locale), t), contentBox(contentOf(given), t));
      }
      return region;
    }
  }
}

/** Checks before the one that failed hold; those after it were not reached. */
function checkList(failed: Check | undefined, t: (key: EvidenceText) => string): HTMLElement {
  const at = failed === undefined ? CHECKS.length : CHECKS.indexOf(failed);
  const list = element('ol', { className: 'checks' });
  for (const [index, check] of CHECKS.entries()) {
    const state = index < at ? 'holds' : index === at ? 'fails' : 'notReached';
    const item = element('li', { className: state });
    item.append(
      element('span', { text: t(`check.${check}`) }),
      element('strong', { text: t(`page.${state}`) }),
    );
    list.append(item);
  }
  return list;
}

function factList(
  facts: readonly (readonly [EvidenceText, string])[],
  t: (key: EvidenceText) => string,
): HTMLElement {
  const list = element('dl', {});
  for (const [label, value] of facts)
    list.append(element('dt', { text: t(label) }), element('dd', { text: value }));
  return list;
}

function contentBox(content: string, t: (key: EvidenceText) => string): HTMLElement {
  const box = element('details', {});
  const text = element('pre', { text: content });
  text.tabIndex = 0;
  box.append(element('summary', { text: t('page.content') }), text);
  return box;
}

function fileField(place: Place, label: string, names: readonly string[], acts: PageActs): HTMLElement {
  const field = element('div', { className: 'field' });
  const input = document.createElement('input');
  input.type = 'file';
  input.id = place;
  input.multiple = place === 'keys';
  input.addEventListener('change', () => acts.choose(place, [...(input.files ?? [])]));
  const caption = document.createElement('label');
  caption.htmlFor = place;
  caption.textContent = label;
  field.append(caption, input);
  if (names.length > 0) field.append(element('p', { text: `✓ ${names.join(', ')}`, className: 'given' }));
  return field;
}

function languageField(locale: Locale, label: string, acts: PageActs): HTMLElement {
  const field = element('div', { className: 'language' });
  const caption = document.createElement('label');
  caption.htmlFor = 'language';
  caption.textContent = label;
  const select = document.createElement('select');
  select.id = 'language';
  for (const each of LOCALES) {
    const option = new Option(LANGUAGES[each], each, each === locale, each === locale);
    option.lang = each;
    select.append(option);
  }
  select.addEventListener('change', () => {
    const chosen = LOCALES.find((each) => each === select.value);
    if (chosen !== undefined) acts.speak(chosen);
  });
  field.append(caption, select);
  return field;
}

function element(
  name: string,
  { text, className }: { readonly text?: string; readonly className?: string },
): HTMLElement {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}
