import { useCurrency } from '../../../api/use-currency.ts';
import { useFormat } from '../../../i18n/format.ts';

/** Returns functions that parse and format item prices in the consortium's currency; with two decimals when none is adopted. */
export const usePrices = () => {
  const currency = useCurrency() ?? '';
  const { typed, minor } = useFormat();
  return {
    currency,
    typed: (amount: number): string => typed(amount, currency),
    minor: (text: string): number | undefined => minor(text, currency),
  };
};
