/** Evidence in words: what a bar compares, how far it agrees, and figures as a reader expects them. */
import { useMemo } from 'react';
import { useLanguage } from '../language/language.tsx';
import type { EvidenceBar } from './waterfall-layout.ts';

export interface EvidenceWords {
  /** what is compared, or that it is the starting point */
  name(bar: EvidenceBar): string;
  /** how far the two agree, with the least likeness and the scripts it is for */
  level(bar: EvidenceBar): string;
  /** with its sign; for the same person above zero */
  bits(value: number): string;
  /** never rounded up to certainty */
  percent(share: number): string;
}

/** From here on a figure with one place would read as certainty. */
const NEARLY_CERTAIN = 0.9995;

export function useEvidenceWords(): EvidenceWords {
  const { t, term, number } = useLanguage();
  return useMemo(() => {
    const percent = (share: number): string => {
      if (share >= NEARLY_CERTAIN) return t('persons.percentOver', { value: number('99.9') });
      const hundredths = share * 100;
      const places = hundredths === 0 || hundredths >= 0.1 ? 1 : 1 - Math.floor(Math.log10(hundredths));
      return t('persons.percent', { value: number(hundredths.toFixed(Math.min(6, places))) });
    };
    return {
      percent,
      name: ({ name, kind }) => (kind === 'prior' ? t('evidence.prior') : term('comparison', name)),
      level({ kind, level = '' }) {
        if (kind === 'prior') return '';
        if (kind === 'termFrequency') return t('evidence.termFrequency');
        const [, test = level, likeness, among] = /^(\w+)(?: ([\d.]+))?(?: \((\w+)\))?$/.exec(level) ?? [];
        const how = [
          term('evidenceLevel', test),
          likeness === undefined ? '' : t('evidence.atLeast', { likeness: number(likeness) }),
        ];
        const parts = [how.join(' ').trim(), among === undefined ? '' : term('evidenceAmong', among)];
        return parts.filter((part) => part !== '').join(', ');
      },
      bits: (value) => `${value < 0 ? '−' : '+'}${number(Math.abs(value).toFixed(1))}`,
    };
  }, [t, term, number]);
}
