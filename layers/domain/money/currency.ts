import * as z from 'zod';

const codesOf = (decimals: number, codes: string): [string, number][] =>
  codes
    .trim()
    .split(/\s+/)
    .map((code) => [code, decimals]);

/**
 * The decimals of each currency by its code: the minor units of ISO 4217, list one, with those withdrawn since 2020, for accounts
 * are kept in them. What has no minor unit (gold, bond units, test codes) is no money here. The runtime's own data (`Intl`) is
 * no source: it says how prices are commonly written, which for a dinar of Iraq or a forint is another number.
 */
const decimalsByCode: ReadonlyMap<string, number> = new Map([
  ...codesOf(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...codesOf(
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
    CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS
    KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB
    PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
    TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  ),
  ...codesOf(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...codesOf(4, 'CLF UYW'),
  // Withdrawn: into XCG, EUR, CUP, EUR, SLE and ZWG.
  ...codesOf(2, 'ANG BGN CUC HRK SLL ZWL'),
]);

/** Whether a text is the code of a currency (ISO 4217). */
export const isCurrency = (code: string): boolean => decimalsByCode.has(code);

/** How many decimals a currency has (ISO 4217: 2 for USD, 0 for JPY, 3 for KWD). Throws a RangeError on what is no currency. */
export const decimalsOf = (currency: string): number => {
  const decimals = decimalsByCode.get(currency);
  if (decimals === undefined) throw new RangeError(`${currency} is no currency of ISO 4217.`);
  return decimals;
};

/** The currencies that have not two decimals, by code: what whoever cannot read the table needs to know of it. */
export const otherDecimals: Readonly<Record<string, number>> = Object.fromEntries(
  [...decimalsByCode].filter(([, decimals]) => decimals !== 2).toSorted(([one], [other]) => (one < other ? -1 : 1)),
);

/** A currency by its code; codes that ISO 4217 does not know are refused, for nobody can say how many decimals they have. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'A currency is three capital letters (ISO 4217).')
  .refine(isCurrency, 'ISO 4217 knows no such currency.');
