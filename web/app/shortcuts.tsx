import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useLanguage } from '../language/language.tsx';
import { destinationsOf } from './navigation.ts';
import { useSession } from './session.tsx';

const MEMORY = 'urtuu.shortcuts';

/**
 * Keys for people who work here all day: `/` searches, `?` lists the keys, `g` and a letter leads to a page. They do
 * nothing while somebody writes, and can be switched off (WCAG 2.1.4).
 */
export function Shortcuts() {
  const { t } = useLanguage();
  const { roles } = useSession();
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  const [on, setOn] = useState(() => localStorage.getItem(MEMORY) !== 'off');
  const leading = useRef(false);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!on || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const wasLeading = leading.current;
      leading.current = event.key === 'g';
      if (event.key === '?') setShown(true);
      else if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('input[type="search"]');
        if (search === null) return;
        event.preventDefault();
        search.focus();
      } else if (wasLeading) {
        const to = destinationsOf(roles).find(({ key }) => key === event.key)?.to;
        if (to !== undefined) void navigate({ to });
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [on, roles, navigate]);

  return (
    <>
      <button type="button" className="plain" onClick={() => setShown(true)}>
        {t('shortcuts.title')}
      </button>
      {shown ? (
        <Dialog title={t('shortcuts.title')} onClose={() => setShown(false)}>
          <ul className="stack--tight list-plain">
            <li>
              <kbd>?</kbd> {t('shortcuts.list')}
            </li>
            <li>
              <kbd>/</kbd> {t('shortcuts.search')}
            </li>
            {destinationsOf(roles).map(({ to, key, title }) => (
              <li key={to}>
                <kbd>g</kbd> <kbd>{key}</kbd> {t(title)}
              </li>
            ))}
          </ul>
          <label className="choice">
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => {
                setOn(event.target.checked);
                localStorage.setItem(MEMORY, event.target.checked ? 'on' : 'off');
              }}
            />
            <span>{t('shortcuts.on')}</span>
          </label>
          <div className="dialog__actions">
            <Button onClick={() => setShown(false)}>{t('app.close')}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;
}
