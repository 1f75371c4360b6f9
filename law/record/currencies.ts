import { day, monthIndexOf } from '@urtuu/kernel';

/**
 * Currency codes a record may carry: ISO 4217, in use or withdrawn, as CLDR 48 lists them for the states that used
 * them; codes of metals, funds and tests are none.
 */
const CODES = `
  ADP AED AFA AFN ALL AMD ANG AOA AOK AON AOR ARA ARP ARS ATS AUD AWG AZM AZN BAD BAM BBD BDT BEF BGL BGN BHD BIF BMD BND
  BOB BOP BRB BRC BRE BRL BRN BRR BSD BTN BUK BWP BYB BYN BYR BZD CAD CDF CHF CLP CNY COP CRC CSD CSK CUC CUP CVE CYP CZK
  DDM DEM DJF DKK DOP DZD ECS EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEK GEL GHC GHS GIP GMD GNF GNS GQE GRD GTQ GWE
  GWP GYD HKD HNL HRD HRK HTG HUF IDR IEP ILP ILR ILS INR IQD IRR ISJ ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD
  KZT LAK LBP LKR LRD LSL LTL LTT LUF LVL LVR LYD MAD MDC MDL MGA MGF MKD MKN MLF MMK MNT MOP MRO MRU MTL MTP MUR MVR MWK
  MXN MXP MYR MZE MZM MZN NAD NGN NIC NIO NLG NOK NPR NZD OMR PAB PEI PEN PES PGK PHP PKR PLN PLZ PTE PYG QAR RHD ROL RON
  RSD RUB RUR RWF SAR SBD SCR SDD SDG SDP SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP STD STN SUR SVC SYP SZL THB TJR TJS
  TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UAK UGS UGX USD UYP UYU UZS VEB VED VEF VES VND VUV WST XAF XCD XCG XOF XPF
  YDD YER YUD YUM YUN ZAL ZAR ZMK ZMW ZRN ZRZ ZWD ZWG ZWL ZWR`;

const CURRENCIES: ReadonlySet<string> = new Set(CODES.trim().split(/\s+/));

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** Every code, in the order of the list. */
export function currencyCodes(): string[] {
  return [...CURRENCIES];
}

/**
 * Day on which a currency replaced another by redenomination, within living careers of the corridor and its
 * neighbours. An income of an earlier month cannot have been paid in it: somebody converted it, or it carries the
 * wrong code, and either way it stands in the wrong unit. Dates as in CLDR 48, whose day for the tenge, 5 November, is
 * ten before the official one; only months matter here.
 */
const INTRODUCED: Readonly<Record<string, string>> = {
  // The tenge went into circulation on 15 November 1993, 1 to 500 roubles.
  KZT: '1993-11-15',
  KGS: '1993-05-10',
  UZS: '1994-07-01',
  TRY: '2005-01-01',
  // 1 to 5,000 old manats; letter of the Bank of Russia 29-5-3-3/711 of 2006-02-16.
  AZN: '2006-01-01',
  TMT: '2009-01-01',
  // 1 to 10,000 old roubles; ISO 4217 amendment 161.
  BYN: '2016-07-01',
};

/** Codes that a redenomination ended, and the last day on which both passed: later amounts are doubtful. */
const WITHDRAWN: Readonly<Record<string, string>> = {
  TRL: '2005-12-31',
  AZM: '2006-12-31',
  TMM: '2009-01-01',
  BYR: '2016-12-31',
};

const FIRST_MONTHS = monthsOf(INTRODUCED);
const LAST_MONTHS = monthsOf(WITHDRAWN);

/** The day a currency was introduced, if a month, `year * 12 + month - 1`, lies wholly before it. */
export function introducedAfter(currency: string, month: number): string | undefined {
  const first = FIRST_MONTHS.get(currency);
  return first !== undefined && month < first ? INTRODUCED[currency] : undefined;
}

/** The last day on which a currency passed, if a month lies wholly after it. */
export function withdrawnBefore(currency: string, month: number): string | undefined {
  const last = LAST_MONTHS.get(currency);
  return last !== undefined && month > last ? WITHDRAWN[currency] : undefined;
}

function monthsOf(days: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(days).map(([code, text]) => [code, monthIndexOf(day(text))]));
}
