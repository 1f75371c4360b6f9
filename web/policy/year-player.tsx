import { useEffect, useState } from 'react';
import { Button } from '../design/button.tsx';
import { useLanguage } from '../language/language.tsx';

const YEAR_MS = 120;

export interface YearPlayerProps {
  readonly from: number;
  readonly to: number;
  readonly year: number;
  readonly onYear: (year: number) => void;
}

/** A slider over the years, and a button that lets them pass. The slider has all keys of its kind. */
export function YearPlayer({ from, to, year, onYear }: YearPlayerProps) {
  const { t } = useLanguage();
  const [playing, setPlaying] = useState(false);

  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => {
      if (year >= to) setPlaying(false);
      else onYear(year + 1);
    }, YEAR_MS);
    return () => clearTimeout(timer);
  }, [playing, year, to, onYear]);

  return (
    <div className="year-player no-print">
      <Button
        look="quiet"
        aria-pressed={playing}
        onClick={() => {
          if (!playing && year >= to) onYear(from);
          setPlaying(!playing);
        }}
      >
        {playing ? t('policy.pause') : t('policy.play')}
      </Button>
      <label className="year-player__slider">
        <span className="field__label">
          {t('policy.year')}: <output>{year}</output>
        </span>
        <input
          type="range"
          min={from}
          max={to}
          value={year}
          onChange={(event) => {
            setPlaying(false);
            onYear(Number(event.target.value));
          }}
        />
      </label>
    </div>
  );
}
