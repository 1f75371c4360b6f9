import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
}

const Announce = createContext<(text: string) => void>(() => undefined);

/** Tells what has just happened, to the eye and to a screen reader. It stays until it is closed or a fourth comes. */
export function useAnnounce(): (text: string) => void {
  return useContext(Announce);
}

const MOST_TOASTS = 3;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const announce = useCallback((text: string) => {
    setToasts((shown) => [...shown, { id: (shown.at(-1)?.id ?? 0) + 1, text }].slice(-MOST_TOASTS));
  }, []);
  const region = useMemo(
    () => (
      <output className="toasts">
        {toasts.map(({ id, text }) => (
          <span className="toast" key={id}>
            <span>{text}</span>
            <button
              type="button"
              className="plain"
              onClick={() => setToasts((shown) => shown.filter((toast) => toast.id !== id))}
            >
              {t('app.close')}
            </button>
          </span>
        ))}
      </output>
    ),
    [toasts, t],
  );
  return (
    <Announce.Provider value={announce}>
      {children}
      {region}
    </Announce.Provider>
  );
}
