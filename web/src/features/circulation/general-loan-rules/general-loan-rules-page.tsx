import { useCurrency } from '../../../api/use-currency.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { generalValues, withGeneralValues } from './general-loan-rules.ts';
import { generalShape } from './general-shape.ts';

/** The page of the loan rules for all cases. The consortium's administrator adopts them. */
export const GeneralLoanRulesPage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { typed, minor } = useFormat();
  const currency = useCurrency() ?? 'USD';
  const inMinor = (text: string) => minor(text, currency);
  const editing = { none: '', minor: inMinor, typed: (one: number) => typed(one, currency), currency };
  return (
    <PolicyValuesPage
      path="/general-loan-rules"
      title={t('general-rules.title')}
      noneAdopted={t('general-rules.none-adopted')}
      rules={{
        ...{ kind: 'loan-rules', meaning: t('general-rules.adopt-meaning') },
        shape: (texts) => generalShape({ t, textOf, minor: inMinor, isOptional: false }, texts),
        read: (version) => generalValues(version, editing),
        write: (version, values) => ({ kind: 'loan-rules', body: withGeneralValues(version, values, editing) }),
      }}
    />
  );
};
