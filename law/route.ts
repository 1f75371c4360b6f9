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
