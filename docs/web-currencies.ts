import { otherDecimals } from '../layers/kernel/money/currency.ts';

/** The decimals of currencies as the web app reads them: it knows the API and no code behind it, so it is given the one table. */
export const webCurrencies = (): string => `// Generated from the domain's table of ISO 4217 by npm run gen.
/** The currencies that have not two decimals. */
export const otherDecimals: Readonly<Record<string, number>> = {
${Object.entries(otherDecimals())
  .map(([code, decimals]) => `  ${code}: ${decimals},`)
  .join('\n')}
};
`;
