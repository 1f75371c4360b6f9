import type { FaultView } from '@urtuu/pensions/contract';
import { useMemo } from 'react';
import { ErrorSummary } from '../design/error-summary.tsx';
import { Notice } from '../design/notice.tsx';
import { useLanguage } from '../language/language.tsx';
import { ancestorsOf } from './claim-draft.ts';
import { controlId } from './draft-fields.tsx';
import { useFaultText } from './fault-text.ts';

/** All faults, each with its place in the claim and a link to the field that holds it or stands nearest. */
export function ClaimFaults({ faults }: { readonly faults: readonly FaultView[] }) {
  const { t } = useLanguage();
  const text = useFaultText();
  const errors = useMemo(() => faults.filter(({ severity }) => severity === 'error'), [faults]);
  const warnings = faults.filter(({ severity }) => severity === 'warning');
  const lines = useMemo(
    () =>
      errors.map((fault) => ({
        target: targetOf(fault.pointer),
        text: `${fault.pointer === '' ? '/' : fault.pointer}: ${text(fault)}`,
      })),
    [errors, text],
  );
  return (
    <>
      {errors.length === 0 ? null : (
        <ErrorSummary title={t('claim.faults', { count: errors.length })} faults={lines} />
      )}
      {warnings.length === 0 ? null : (
        <Notice meaning="care" title={t('claim.warnings', { count: warnings.length })}>
          <ul>
            {warnings.map((fault) => (
              <li key={`${fault.pointer} ${fault.code}`}>
                <code>{fault.pointer}</code> {text(fault)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** The control of the place, or of the nearest part around it that the form shows. */
function targetOf(pointer: string): string | undefined {
  return [pointer, ...ancestorsOf(pointer)].map(controlId).find((id) => document.getElementById(id) !== null);
}
