import { EXCHANGE_JSON_LIMITS, parseStrictJson, type Json } from '@urtuu/kernel';
import { useId, useState } from 'react';
import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';

const MOST_BYTES = 5_000_000;

/** Takes a claim from a JSON file into the form. The file is only read here; the check comes with the form. */
export function ImportClaim({ onLoad }: { readonly onLoad: (claim: Json) => void }) {
  const { t } = useLanguage();
  const id = useId();
  const [said, setSaid] = useState<{ readonly text: string; readonly bad: boolean }>();
  const read = async (file: File) => {
    if (file.size > MOST_BYTES) {
      setSaid({ text: t('import.tooLarge'), bad: true });
      return;
    }
    const parsed = parseStrictJson(await file.text(), EXCHANGE_JSON_LIMITS);
    if (parsed.ok) onLoad(parsed.value);
    setSaid(
      parsed.ok
        ? { text: t('import.loaded', { name: file.name }), bad: false }
        : { text: t('import.notJson', { code: parsed.error.code }), bad: true },
    );
  };
  return (
    <Panel title={t('import.title')}>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {t('import.file')}
        </label>
        <span className="field__hint" id={`${id}-hint`}>
          {t('import.hint')}
        </span>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void read(file);
          }}
        />
        <output className={said?.bad === true ? 'field__error' : 'soft'}>{said?.text}</output>
      </div>
    </Panel>
  );
}
