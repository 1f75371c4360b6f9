import { formatDay, type Day } from '@urtuu/kernel';

/** Conditions of work in which a part of the record must have been spent. */
export type SpecialConditions = 'herding' | 'underground' | 'toxicHot' | 'heavy';

/** What one way into a pension asks of a person on the award date, beside what the person has. */
export interface RouteFacts {
  /** id of the rule, a message key `rule.<id>` */
  readonly route: string;
  readonly open: 'yes' | 'no' | 'unknown';
  /** age asked, in full months; absent where it is not known */
  readonly ageMonths?: number;
  /** day on which the age is reached, by the earliest possible birth; absent where not known. ISO */
  readonly ageReachedOn?: string;
  /** full months of record; the requirement is absent where it is not known */
  readonly monthsRequired?: number;
  readonly monthsHeld: number;
  /** a longer record than this takes another route, such as a full pension instead of a proportional one */
  readonly monthsBelow?: number;
  /** months of the record in conditions that the route asks for */
  readonly special?: {
    readonly conditions: SpecialConditions;
    readonly monthsRequired?: number;
    readonly monthsHeld: number;
  };
  readonly children?: { readonly required?: number; readonly held: number };
}

/** The same before it is written: NaN for months that are not known. */
export interface Route {
  readonly route: string;
  readonly open: 'yes' | 'no' | 'unknown';
  readonly age: number;
  readonly reachedOn: Day | undefined;
  readonly required: number;
  readonly held: number;
  readonly below: number | undefined;
  readonly special:
    | { readonly conditions: SpecialConditions; readonly required: number; readonly held: number }
    | undefined;
  readonly children: { readonly required: number; readonly held: number } | undefined;
}

export function routeFacts(route: Route): RouteFacts {
  const { age, reachedOn, required, below, special, children } = route;
  return {
    route: route.route,
    open: route.open,
    ...(Number.isNaN(age) ? {} : { ageMonths: age }),
    ...(reachedOn === undefined ? {} : { ageReachedOn: formatDay(reachedOn) }),
    ...(Number.isNaN(required) ? {} : { monthsRequired: required }),
    monthsHeld: route.held,
    ...(below === undefined || Number.isNaN(below) ? {} : { monthsBelow: below }),
    ...(special === undefined
      ? {}
      : {
          special: {
            conditions: special.conditions,
            ...(Number.isNaN(special.required) ? {} : { monthsRequired: special.required }),
            monthsHeld: special.held,
          },
        }),
    ...(children === undefined
      ? {}
      : {
          children: {
            ...(Number.isNaN(children.required) ? {} : { required: children.required }),
            held: children.held,
          },
        }),
  };
}
