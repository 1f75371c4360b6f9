/**
 * Services of the Kazakh register behind the e-government gateway (SHEP). The envelope (SyncChannel `SendMessage`) is
 * that of the gateway as implementers publish it. The content of `requestData/data` and `responseData/data` is our
 * own documented shape, because the service passports of the real registers are not known to us; see README.md.
 */

export interface ShepService {
  /** `serviceId` of the gateway */
  readonly serviceId: string;
  readonly request: readonly string[];
  readonly columns: readonly string[];
}

export const SHEP = {
  person: {
    serviceId: 'URTUU_PERSON',
    request: ['iin'],
    columns: [
      'iin',
      'surname',
      'name',
      'patronymic',
      'surnameLatin',
      'nameLatin',
      'birthDate',
      'genderCode',
      'citizenshipCode',
      'lifeStatusCode',
      'deathDate',
    ],
  },
  labourRecord: {
    serviceId: 'URTUU_LABOUR_RECORD',
    request: ['iin'],
    columns: ['employer', 'startDate', 'endDate', 'documentCode', 'documentRef', 'position'],
  },
  equivalent: {
    serviceId: 'URTUU_EQUIVALENT_PERIODS',
    request: ['iin'],
    columns: ['kindCode', 'institution', 'startDate', 'endDate', 'documentCode', 'documentRef'],
  },
  contributions: {
    serviceId: 'URTUU_CONTRIBUTIONS',
    request: ['iin'],
    columns: ['year', 'month', 'employer', 'employerBin', 'kindCode', 'income', 'contribution', 'paid'],
  },
  savings: {
    serviceId: 'URTUU_SAVINGS',
    request: ['iin'],
    columns: ['accountKind', 'balance', 'currency', 'asOf'],
  },
  benefits: {
    serviceId: 'URTUU_BENEFITS',
    request: ['iin'],
    columns: ['kind', 'startDate', 'status'],
  },
  deaths: {
    serviceId: 'URTUU_DEATHS',
    request: ['startDate', 'endDate'],
    columns: ['iin', 'deathDate', 'registeredOn'],
  },
} as const satisfies Record<string, ShepService>;

export type ShepServiceName = keyof typeof SHEP;

export const SYNC_CHANNEL = 'http://bip.bee.kz/SyncChannel/v10/Types';

/** Namespaces clients in the field write; letter case varies, so they are compared without it. */
export const SYNC_CHANNEL_NAMESPACES: readonly string[] = [
  'http://bip.bee.kz/syncchannel/v10/types',
  'http://bip.bee.kz/syncchannel/v10/interfaces',
  'http://bip.bee.kz/syncchannel/v10/types/response',
  'http://bip.bee.kz/common/v10/types',
];

/** Namespace of our own content of `data`. */
export const DATA_NAMESPACE = 'urn:urtuu:register:kz:1';

/** Status codes seen as success. Ours for an unknown person; a real register's code is to be confirmed. */
export const SHEP_STATUS = { ok: ['SCSS001', 'Success'], notFound: ['NOT_FOUND'] } as const;
