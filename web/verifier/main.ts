/** The offline verifier: files in, a verdict out; nothing else is touched. */
import { evidenceMessages } from '@urtuu/evidence';
import { LOCALES, type Locale } from '@urtuu/kernel';
import { check, NOTHING, placeOf, withFile, type Given, type Place } from './files.ts';
import { pageOf } from './page.ts';
import './verifier.css';

let given: Given = NOTHING;
let locale: Locale = preferred();

show();
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void take([...(event.dataTransfer?.files ?? [])]);
});

function show(): void {
  const focused = document.activeElement?.id ?? '';
  document.documentElement.lang = locale;
  document.title = evidenceMessages[locale]['page.title'];
  const state = { locale, given, outcome: check(given) };
  const acts = {
    choose: (place: Place, files: readonly File[]) => void take(files, place),
    speak: (chosen: Locale) => {
      locale = chosen;
      show();
    },
  };
  document.querySelector('#page')?.replaceChildren(...pageOf(state, acts));
  // The elements are new; whoever goes by keyboard stays where they were.
  if (focused !== '') document.querySelector<HTMLElement>(`#${focused}`)?.focus();
}

async function take(files: readonly File[], place?: Place): Promise<void> {
  for (const file of files) {
    const one = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    given = withFile(given, place ?? placeOf(one), one);
  }
  show();
}

/** The first of the browser's languages that we speak. */
function preferred(): Locale {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
  return wanted.map((tag) => LOCALES.find((each) => each === tag)).find((each) => each !== undefined) ?? 'en';
}
