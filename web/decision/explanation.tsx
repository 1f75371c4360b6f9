import type { Finding } from '@urtuu/law';
import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { useLanguage } from '../language/language.tsx';
import { FindingNode } from './finding-node.tsx';

/** The whole reasoning as a tree: closed to one line a step, opened to article, inputs, parameter versions. */
export function Explanation({ findings }: { readonly findings: Finding }) {
  const { t } = useLanguage();
  // A new key builds the tree anew with all its steps open or closed; each step then goes its own way.
  const [all, setAll] = useState<{ readonly open: boolean; readonly turn: number }>({ open: false, turn: 0 });
  const turn = (open: boolean) => setAll(({ turn: last }) => ({ open, turn: last + 1 }));
  return (
    <div className="stack--tight explanation">
      <div className="row row--spread">
        <h3>{t('explanation.title')}</h3>
        <span className="row no-print">
          <Button look="quiet" small onClick={() => turn(true)}>
            {t('explanation.openAll')}
          </Button>
          <Button look="quiet" small onClick={() => turn(false)}>
            {t('explanation.closeAll')}
          </Button>
        </span>
      </div>
      <ul className="finding-list" key={all.turn}>
        <FindingNode finding={findings} depth={0} allOpen={all.open} />
      </ul>
    </div>
  );
}
