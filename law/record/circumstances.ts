import { z } from 'zod';
import { calendarDay } from './calendar-day.ts';

const share = z.int().min(0).max(100);

const unemployment = z.strictObject({
  endedOn: calendarDay.meta({ description: 'Last day of the job that was lost' }),
  cause: z
    .enum(['dismissal', 'resignation', 'termEnded', 'other'])
    .optional()
    .meta({ description: 'Why the job ended; dismissal by the employer opens the benefit' }),
  mainJob: z.boolean().optional().meta({ description: 'It was the main full-time job' }),
  registeredOn: calendarDay
    .optional()
    .meta({ description: 'Day of registration as unemployed with the employment service' }),
  goodReasonForDelay: z
    .boolean()
    .optional()
    .meta({ description: 'A good reason for registering late was accepted' }),
  refusedOffers: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .meta({ description: 'Reasonable offers of work that were refused; none if absent' }),
  skippedProgramme: z
    .boolean()
    .optional()
    .meta({ description: 'Paid temporary work or training was not attended' }),
  imprisoned: z.boolean().optional(),
  earlierBenefitUntil: calendarDay
    .optional()
    .meta({ description: 'Last day of the latest earlier unemployment benefit' }),
});

const injury = z.strictObject({
  on: calendarDay.meta({ description: 'Day of the accident, or of the finding of the disease' }),
  kind: z
    .enum(['accident', 'acutePoisoning', 'occupationalDisease', 'commuting'])
    .meta({ description: 'commuting: on the way to work or from it' }),
  lossOfCapacityPercent: share
    .optional()
    .meta({ description: 'Loss of working capacity as the medical commission found it' }),
  unableFrom: calendarDay.optional().meta({ description: 'First day of temporary incapacity for work' }),
  unableTo: calendarDay.optional().meta({ description: 'Last day of it, inclusive; absent while it lasts' }),
  fatal: z.boolean().optional(),
  survivors: z.int().min(0).max(40).optional().meta({ description: 'Dependants left by a fatal injury' }),
});

/**
 * What a person lives through beside work and insurance, as far as a benefit asks for it. Every member may be absent:
 * absent is not known, and a benefit that needs it is then undetermined.
 */
export const circumstancesSchema = z
  .strictObject({
    unemployment: unemployment.optional(),
    injury: injury.optional(),
    disability: z
      .strictObject({
        lossOfCapacityPercent: share,
        from: calendarDay,
      })
      .optional()
      .meta({ description: 'Disability from whatever cause' }),
    veryShortStature: z.boolean().optional().meta({ description: 'Dwarfism, attested' }),
    orphan: z
      .strictObject({
        since: calendarDay,
        childrenOfFamily: z
          .int()
          .min(1)
          .max(40)
          .optional()
          .meta({ description: 'Orphaned children of the family, this one included' }),
      })
      .optional()
      .meta({ description: 'Both parents are dead' }),
    testSiteZone: z
      .boolean()
      .optional()
      .meta({ description: 'Kazakhstan: lived in a zone of the Semipalatinsk test site, as certified' }),
    china: z
      .strictObject({
        baseAge: z
          .union([z.literal(55), z.literal(50)])
          .optional()
          .meta({ description: 'Of a woman: retirement age of her post before the reform of 2025' }),
        localWage: z
          .strictObject({
            amount: z.string().regex(/^\d{1,9}(\.\d{1,2})?$/),
            place: z.string().min(1).max(200),
            year: z.int().min(1990).max(2200).meta({ description: 'Year before the award' }),
            source: z.string().min(1).max(200),
          })
          .optional()
          .meta({ description: 'Average monthly wage of employees in post at the place, CNY' }),
        contributionIndex: z
          .string()
          .regex(/^\d{1,2}(\.\d{1,6})?$/)
          .optional()
          .meta({ description: 'Mean of the own contribution base by the local average wage' }),
      })
      .optional()
      .meta({ description: 'Facts that only the place of insurance in China knows' }),
    departure: z
      .strictObject({
        on: calendarDay.meta({ description: 'Day of leaving Kazakhstan for good' }),
        choice: z
          .enum(['treatyExport', 'fullWithdrawal'])
          .optional()
          .meta({ description: 'What the applicant chose for the savings; absent: not asked yet' }),
        officialRate: z
          .strictObject({
            mntPerKzt: z
              .string()
              .regex(/^\d{1,6}(\.\d{1,6})?$/)
              .meta({ description: 'Tögrög for one tenge, decimal' }),
            on: calendarDay.meta({ description: 'Day of the rate: that of the operation' }),
            source: z.string().min(1).max(200),
          })
          .optional()
          .meta({ description: 'Official rate at which an exported payment is converted' }),
      })
      .optional(),
    singleHead: z
      .boolean()
      .optional()
      .meta({ description: 'Heads the household and raises the children alone' }),
    guardianOf: z
      .array(z.strictObject({ birthDate: calendarDay }))
      .max(40)
      .optional()
      .meta({ description: 'Children in guardianship, beside the person’s own' }),
    maternity: z
      .strictObject({ from: calendarDay.meta({ description: 'First day of the maternity leave' }) })
      .optional(),
  })
  .meta({ description: 'Facts of life that benefits beside old age ask for' });
