import { useRef, type ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { useLanguage } from '../language/language.tsx';
import { useWidth } from '../periods/use-width.ts';
import { csvOf, saveFile, standaloneSvg } from './save-file.ts';

export interface ChartFigureProps {
  readonly title: string;
  /** name of the files, without its ending */
  readonly file: string;
  readonly source: string;
  readonly csv: () => readonly (readonly (string | number)[])[];
  readonly renderDrawing: (width: number) => ReactNode;
  readonly legend?: ReactNode;
  /** the same figures for reading */
  readonly table: ReactNode;
}

const FIRST_WIDTH = 320;

/** A drawing with its legend, its figures as a table, and both as files. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, file, source, csv, renderDrawing, legend, table } = props;
  const { t } = useLanguage();
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const drawn = useRef<HTMLElement>(null);
  const saveSvg = () => {
    const drawing = drawn.current?.querySelector('svg');
    if (drawing instanceof SVGSVGElement)
      saveFile(`${file}.svg`, 'image/svg+xml', standaloneSvg(drawing, title, source));
  };
  return (
    <figure className="chart population-chart" ref={drawn}>
      <h3>{title}</h3>
      <div ref={frame}>{renderDrawing(width)}</div>
      <figcaption>
        {legend === undefined ? null : <div className="chart__legend">{legend}</div>}
        <div className="row no-print">
          <Button look="quiet" small onClick={saveSvg} aria-label={`${t('policy.saveSvg')}: ${title}`}>
            {t('policy.saveSvg')}
          </Button>
          <Button
            look="quiet"
            small
            onClick={() => saveFile(`${file}.csv`, 'text/csv', csvOf(csv()))}
            aria-label={`${t('policy.saveCsv')}: ${title}`}
          >
            {t('policy.saveCsv')}
          </Button>
        </div>
        <details>
          <summary>{t('policy.table')}</summary>
          {table}
        </details>
      </figcaption>
    </figure>
  );
}
