import { useLanguage } from '../language/language.tsx';

export interface AssumptionSliderProps {
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly step: number;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

/** How far a level moves away from the scenario's, in both directions. */
export function AssumptionSlider({ label, hint, most, step, value, onValue }: AssumptionSliderProps) {
  const { number } = useLanguage();
  const digits = step < 1 ? 1 : 0;
  return (
    <label className="field assumption">
      <span className="field__label">
        {label}:{' '}
        <output>{`${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(Math.abs(value).toFixed(digits))}`}</output>
      </span>
      <span className="field__hint">{hint}</span>
      <input
        type="range"
        min={-most}
        max={most}
        step={step}
        value={value}
        onChange={(event) => onValue(Number(event.target.value))}
      />
    </label>
  );
}
