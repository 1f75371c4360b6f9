import type { EvidenceView } from '@urtuu/persons/contract';
import { useId, useMemo } from 'react';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useWidth } from '../periods/use-width.ts';
import { useEvidenceWords } from './evidence-words.ts';
import { layOutWaterfall, type EvidenceBar } from './waterfall-layout.ts';

const FIRST_WIDTH = 560;

/** Why a pair has its probability: bars to the right speak for one person, hatched bars to the left against. */
export function Waterfall({ evidence }: { readonly evidence: EvidenceView }) {
  const { t, number } = useLanguage();
  const words = useEvidenceWords();
  const { score, probability, settings, terms, population } = evidence;
  return (
    <div className="stack--tight">
      <Chart evidence={evidence} />
      <p>
        {t('evidence.sum', {
          bits: words.bits(score),
          probability: words.percent(probability),
          population: number(population),
        })}
      </p>
      <details>
        <summary>{t('evidence.numbers')}</summary>
        <div className="stack--tight">
          <Numbers bars={evidence.bars} score={score} />
          <p className="soft small">
            {terms === 0
              ? t('evidence.modelAlike', { settings })
              : t('evidence.model', { settings, terms: number(terms) })}
          </p>
        </div>
      </details>
    </div>
  );
}

function Chart({ evidence }: { readonly evidence: EvidenceView }) {
  const { t } = useLanguage();
  const words = useEvidenceWords();
  const hatch = useId();
  const [frame, measured] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const layout = useMemo(() => layOutWaterfall(evidence, measured), [evidence, measured]);
  const { width, height, rows, barHeight, zeroX, labelEnd } = layout;
  return (
    <figure className="chart waterfall">
      <div ref={frame}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <defs>
            <pattern
              id={hatch}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className="waterfall__against-ground" width="5" height="5" />
              <rect className="waterfall__against-line" width="2" height="5" />
            </pattern>
          </defs>
          <line className="chart__axis" x1={zeroX} x2={zeroX} y1={0} y2={height} />
          {rows.map(({ bar, bits, x, width: wide, y, labelY, endX }, i) => (
            <g key={bar === undefined ? 'sum' : `${bar.kind} ${bar.name}`}>
              <text
                className={bar === undefined ? 'chart__state' : undefined}
                x={labelEnd === 0 ? 0 : labelEnd}
                y={labelY}
                textAnchor={labelEnd === 0 ? 'start' : 'end'}
              >
                {bar === undefined ? t('evidence.total') : label(bar, words.name(bar), t('evidence.rarity'))}
              </text>
              <rect
                className={
                  bar === undefined ? 'waterfall__sum' : bits < 0 ? 'waterfall__against' : 'waterfall__for'
                }
                x={x}
                y={y}
                width={wide}
                height={barHeight}
                {...(bar !== undefined && bits < 0 ? { fill: `url(#${hatch})` } : {})}
              />
              <text
                className="waterfall__figure"
                x={bits < 0 ? x - 5 : x + wide + 5}
                y={y + barHeight - 4}
                textAnchor={bits < 0 ? 'end' : 'start'}
              >
                {words.bits(bits)}
              </text>
              {i < rows.length - 2 ? (
                <line
                  className="waterfall__step"
                  x1={endX}
                  x2={endX}
                  y1={y + barHeight}
                  y2={rows[i + 1]?.y ?? y + barHeight}
                />
              ) : null}
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="chart__legend">{t('evidence.legend')}</figcaption>
    </figure>
  );
}

function label({ kind }: EvidenceBar, name: string, rarity: string): string {
  return kind === 'termFrequency' ? `${name}: ${rarity}` : name;
}

function Numbers({ bars, score }: { readonly bars: readonly EvidenceBar[]; readonly score: number }) {
  const { t } = useLanguage();
  const words = useEvidenceWords();
  const rows = [...bars, undefined];
  return (
    <Table
      caption={t('evidence.caption')}
      captionHidden
      rows={rows}
      rowKey={(bar) => (bar === undefined ? 'sum' : `${bar.kind} ${bar.name}`)}
      columns={[
        {
          key: 'name',
          title: t('evidence.compared'),
          names: true,
          renderCell: (bar) => (bar === undefined ? t('evidence.total') : words.name(bar)),
        },
        {
          key: 'level',
          title: t('evidence.level'),
          renderCell: (bar) => (bar === undefined ? '' : words.level(bar)),
        },
        {
          key: 'm',
          title: t('evidence.m'),
          numeric: true,
          renderCell: (bar) => (bar?.m === undefined ? '' : words.percent(bar.m)),
        },
        {
          key: 'u',
          title: t('evidence.u'),
          numeric: true,
          renderCell: (bar) => (bar?.u === undefined ? '' : words.percent(bar.u)),
        },
        {
          key: 'bits',
          title: t('evidence.bits'),
          numeric: true,
          renderCell: (bar) => words.bits(bar === undefined ? score : bar.bits),
        },
      ]}
    />
  );
}
