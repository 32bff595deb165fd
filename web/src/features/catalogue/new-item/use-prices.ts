import { useCurrency } from '../../../api/use-currency.ts';
import { useFormat } from '../../../i18n/format.ts';

/** How prices of copies are typed and read in the consortium's currency; where none is adopted yet, with two decimals. */
export const usePrices = () => {
  const currency = useCurrency() ?? '';
  const { typed, minor } = useFormat();
  return {
    currency,
    typed: (amount: number): string => typed(amount, currency),
    minor: (text: string): number | undefined => minor(text, currency),
  };
};
