import type { Localized } from '@urtuu/kernel';
import type { Career } from '../career.ts';
import type { ConstructedPerson } from '../constructed-person.ts';
import type { ExampleStep, ExpectedAssessment } from './example-case.ts';

/** One example as we wrote it; its folder under `examples/` is written from it. Figures are computed by hand. */
export interface ExampleDefinition {
  readonly name: string;
  readonly title: Localized;
  /** who the person is, one sentence */
  readonly who: string;
  /** what the example shows, one or two sentences */
  readonly shows: string;
  /** the calculation by hand, a line each */
  readonly byHand: readonly string[];
  readonly person: ConstructedPerson;
  readonly career: Career;
  /** the same life as the register of that state tells it later in the journey */
  readonly later?: { readonly at: 'MN' | 'KZ'; readonly career: Career };
  /** where it is filed, if not in the state of residence */
  readonly filedIn?: 'MN' | 'KZ';
  readonly filedOn: string;
  readonly decideOn: string;
  readonly assumeInForceFrom?: string;
  /** steps between the request for periods and the decision */
  readonly between?: readonly ExampleStep[];
  readonly journey?: {
    readonly automaticAnswer?: boolean;
    readonly tasks?: readonly string[];
    readonly anyPeriods?: boolean;
  };
  readonly expected: Pick<ExpectedAssessment, 'outcome' | 'components' | 'total' | 'missing' | 'until'>;
}

/** Constructed employers; none exists. */
export const EMPLOYER = {
  woolMill: 'Өлгийн жишээ ноос угаах үйлдвэр',
  mine: 'Налайхын жишээ уурхай',
  bakery: 'Өлгийн жишээ талх, чихрийн үйлдвэр',
  buildersMn: 'Баян-Өлгий жишээ барилга ХХК',
  depot: 'Үлгі автобаза',
  factory: 'Үлгі машина жасау зауыты',
  school: 'Үлгі орта мектебі',
  railway: 'Үлгі теміржол депосы',
  company: 'Үлгі ЖШС',
  college: 'Үлгі политехникалық техникумы',
} as const;
