import * as z from 'zod';

/**
 * The currencies by number of decimals, codes concatenated: the minor units of ISO 4217, list one, and those withdrawn since 2020 (into
 * XCG, EUR, CUP, EUR, SLE and ZWG), because accounts still use them. Codes without a minor unit (gold, bond units, test codes) are not
 * accepted. The runtime's own data (`Intl`) is unsuitable: it states how prices are commonly written, which differs for the Iraqi dinar
 * or the forint. The table is in the bundle of every operation that reads policies, so it is compact.
 */
const codes: readonly (readonly [decimals: number, codes: string])[] = [
  [0, 'BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF'],
  [3, 'BHDIQDJODKWDLYDOMRTND'],
  [4, 'CLFUYW'],
  [
    2,
    'AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCNYCOPCOUCRCCUPCVECZKDKKDOP' +
      'DZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGTQGYDHKDHNLHTGHUFIDRILSINRIRRJMDKESKGSKHRKPWKYDKZTLAKLBPLKRLRDLSLMADMDL' +
      'MGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZDPABPENPGKPHPPKRPLNQARRONRSDRUBSARSBDSCRSDGSEKSGDSHP' +
      'SLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTOPTRYTTDTWDTZSUAHUSDUSNUYUUZSVEDVESWSTXCDXCGYERZARZMWZWG' +
      'ANGBGNCUCHRKSLLZWL',
  ],
];
const decimalsByCode: ReadonlyMap<string, number> = new Map(
  codes.flatMap(([decimals, own]) => (own.match(/.../g) ?? []).map((code) => [code, decimals] as const)),
);

/** Returns whether a text is a currency code (ISO 4217). */
export const isCurrency = (code: string): boolean => decimalsByCode.has(code);

/** Returns the number of decimals of a currency (ISO 4217: 2 for USD, 0 for JPY, 3 for KWD). Throws a RangeError on an unknown code. */
export const decimalsOf = (currency: string): number => {
  const decimals = decimalsByCode.get(currency);
  if (decimals === undefined) throw new RangeError(`${currency} is no currency of ISO 4217.`);
  return decimals;
};

/** Returns the currencies whose number of decimals is not two, by code, for clients without the table. */
export const otherDecimals = (): Record<string, number> =>
  Object.fromEntries(
    [...decimalsByCode].filter(([, decimals]) => decimals !== 2).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

/** A currency code; codes unknown to ISO 4217 are refused, because their number of decimals is unknown. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency, 'No currency of ISO 4217.');
