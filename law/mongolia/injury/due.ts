import type { Day } from '@urtuu/kernel';
import type { ComponentCode } from '../../assessment.ts';
import { missingParameter, notEligible, undetermined, type Entitlement } from '../../component.ts';
import type { Condition } from '../../condition.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import type { Series } from '../../parameters/parameter.ts';
import type { Circumstances } from '../../record/insurance-record.ts';

export type Injury = NonNullable<Circumstances['injury']>;

/** A benefit whose condition is decided and whose amount no text gives. */
export function due(
  component: ComponentCode,
  condition: Condition,
  amount: Series,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  if (condition.state === 'fails') return notEligible(component);
  if (condition.state === 'unknown') return undetermined(component, condition.missing);
  const version = ground.take(amount, on);
  reasoning?.unknown([version]);
  return undetermined(component, [missingParameter(version)]);
}
