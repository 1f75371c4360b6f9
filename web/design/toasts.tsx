import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
}

const Announce = createContext<(text: string) => void>(() => undefined);

/** Tells what has just happened, to the eye and to a screen reader. It leaves after a while. */
export function useAnnounce(): (text: string) => void {
  return useContext(Announce);
}

const MOST_TOASTS = 2;
/** Long enough to read two lines slowly; what it says also stands on the page. */
const SHOWN_MS = 10_000;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const announce = useCallback((text: string) => {
    setToasts((shown) => [...shown, { id: (shown.at(-1)?.id ?? 0) + 1, text }].slice(-MOST_TOASTS));
  }, []);
  useEffect(() => {
    if (toasts.length === 0) return undefined;
    const timer = setTimeout(() => setToasts((shown) => shown.slice(1)), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toasts]);
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
