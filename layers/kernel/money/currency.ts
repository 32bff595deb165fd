import * as z from 'zod';

/**
 * The currencies by their decimals, codes one behind the other: the minor units of ISO 4217, list one, and of the last, those
 * withdrawn since 2020 (into XCG, EUR, CUP, EUR, SLE and ZWG), for accounts are kept in them. What has no minor unit (gold, bond
 * units, test codes) is no money here. The runtime's own data (`Intl`) is no source: it says how prices are commonly written, which
 * for a dinar of Iraq or a forint is another number. In the bundle of every operation that reads policies, so as short as it goes.
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

/** Whether a text is the code of a currency (ISO 4217). */
export const isCurrency = (code: string): boolean => decimalsByCode.has(code);

/** How many decimals a currency has (ISO 4217: 2 for USD, 0 for JPY, 3 for KWD). Throws a RangeError on what is no currency. */
export const decimalsOf = (currency: string): number => {
  const decimals = decimalsByCode.get(currency);
  if (decimals === undefined) throw new RangeError(`${currency} is no currency of ISO 4217.`);
  return decimals;
};

/** The currencies that have not two decimals, by code: what whoever cannot read the table needs to know of it. */
export const otherDecimals = (): Record<string, number> =>
  Object.fromEntries(
    [...decimalsByCode].filter(([, decimals]) => decimals !== 2).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

/** A currency by its code; codes that ISO 4217 does not know are refused, for nobody can say how many decimals they have. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency, 'No currency of ISO 4217.');
