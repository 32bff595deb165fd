import { useCurrency } from '../../../api/use-currency.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useOwnLabel } from '../../circulation/own-values/use-own-text.ts';
import { boundable } from '../../circulation/rule-bounds/rule-bounds.ts';
import { isMoney } from './exceptions.ts';

/** Returns functions that write what an exception sets, as people read it; values are named after their policy. */
export const useExceptionText = () => {
  const t = useTranslate();
  const ownLabel = useOwnLabel();
  const { money, number } = useFormat();
  const currency = useCurrency() ?? 'USD';
  return {
    label: (value: string): string => {
      const [kind = '', name = ''] = value.split(' ');
      const bounded = boundable.find((one) => kind === 'loan-rules' && one === name);
      return bounded ? t(`rule-bounds.of.${bounded}`) : t('exceptions.limit', { value: ownLabel(name) });
    },
    amount: (value: string, is: number): string => (isMoney(value) ? money(is, currency) : number(is)),
  };
};
