import { otherDecimals } from '../layers/kernel/money/currency.ts';

/** Generates the decimals of currencies for the web app, which cannot import the code behind the API. */
export const webCurrencies = (): string => `// Generated from the domain's table of ISO 4217 by npm run gen.
/** The currencies that have not two decimals. */
export const otherDecimals: Readonly<Record<string, number>> = {
${Object.entries(otherDecimals())
  .map(([code, decimals]) => `  ${code}: ${decimals},`)
  .join('\n')}
};
`;
