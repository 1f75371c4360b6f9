/**
 * Services of KHUR (XYP), the state data exchange of Mongolia, as their WSDLs and the samples of the operator name
 * them: SOAP 1.1, document/literal, one element per operation holding `request`, answered by `return`.
 */

export interface KhurService {
  /** name of the operation, which is also that of the body's element */
  readonly operation: string;
  /** area of the endpoint: `/<area>-<version>/ws` */
  readonly area: 'citizen' | 'insurance';
  /** members of the request, in the order of the schema */
  readonly request: readonly string[];
  /** fields of a row of the answer, for a table that shows rows as delivered */
  readonly columns: readonly string[];
}

export const KHUR = {
  idCard: {
    operation: 'WS100101_getCitizenIDCardInfo',
    area: 'citizen',
    request: ['regnum'],
    columns: ['regnum', 'civilId', 'surname', 'lastname', 'firstname', 'birthDate', 'gender', 'nationality'],
  },
  salary: {
    operation: 'WS100501_getCitizenSalaryInfo',
    area: 'insurance',
    request: ['regnum', 'startYear', 'endYear'],
    columns: ['year', 'month', 'orgName', 'orgSiID', 'domName', 'salaryAmount', 'salaryFee', 'paid'],
  },
  workHistory: {
    operation: 'WS100507_getInsureeWorkHistoryInfo',
    area: 'insurance',
    request: ['regnum'],
    columns: [
      'lastname',
      'firstname',
      'orgName',
      'orgRegId',
      'orgNdId',
      'aimagName',
      'somName',
      'startDate',
      'endDate',
      'directorName',
      'evidence',
      'evidenceRef',
    ],
  },
  pension: {
    operation: 'WS100518_getPensionInformationData',
    area: 'insurance',
    request: ['regnum'],
    columns: ['lastname', 'firstname', 'pensionType', 'pensionStartDate', 'pensionEndDate'],
  },
  deaths: {
    operation: 'WS101133_deceaseListByDate',
    area: 'citizen',
    request: ['startDate', 'endDate'],
    columns: ['civilId', 'regnum', 'deceaseDate', 'regDate'],
  },
} as const satisfies Record<string, KhurService>;

export type KhurServiceName = keyof typeof KHUR;

/** Version in the path of the endpoints (`citizen-1.5.0`), the newest in the published service descriptions. */
export const KHUR_VERSION = '1.5.0';

export function khurNamespace(area: KhurService['area']): string {
  return `http://${area}.xyp.gov.mn/`;
}

/** Result codes as the operator documents them; every other code is a refusal. */
export const KHUR_RESULT = { ok: '0', notFound: '1', internal: '2', invalidRequest: '3' } as const;
