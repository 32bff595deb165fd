import type { AmountField } from '../../../components/amount-fields.tsx';
import { wholeWithin } from '../../../components/amount-fields.tsx';
import { isDay, written } from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { type Translate, useTranslate } from '../../../i18n/translate.ts';
import {
  billedBlocks,
  billingValues,
  modes,
  months,
  taxCategories,
  taxRateOf,
  withBillingValues,
} from './billing-rules.ts';

const currency = written(/^[A-Z]{3}$/);
const decimal = written(/^\d{1,9}([.]\d{1,12})?$/);
const source = written(/^\S.{0,99}$/);

const billingShape = (t: Translate): PolicyShape => {
  const blocks: AmountField = {
    ...{ key: 'block', label: t('billing-rules.block') },
    choices: billedBlocks.map((value) => ({ value, label: t(`block.${value}`) })),
  };
  return {
    fields: [
      { key: 'issuer', label: t('billing-rules.issuer'), hint: t('billing-rules.issuer-hint'), isOptional: true },
      {
        ...{ key: 'currency', label: t('billing-rules.currency'), hint: t('billing-rules.currency-hint') },
        ...{ reads: currency, isOptional: true, fault: t('billing-rules.currency-fault') },
      },
      { key: 'daysToPay', label: t('billing-rules.days'), reads: wholeWithin(0, 365) },
      {
        ...{ key: 'fiscalYearStartsIn', label: t('billing-rules.year') },
        choices: months.map((value) => ({ value, label: t(`billing-rules.month-${value}`) })),
      },
      ...billedBlocks.map((block) => ({
        ...{ key: `mode-${block}`, label: t(`block.${block}`) },
        choices: modes.map((value) => ({ value, label: t(`mode.${value}`) })),
      })),
    ],
    lists: [
      {
        ...{ key: 'tax', label: t('billing-rules.tax'), hint: t('billing-rules.tax-hint') },
        columns: [
          blocks,
          {
            ...{ key: 'category', label: t('billing-rules.category') },
            choices: taxCategories.map((value) => ({ value, label: t(`billing-rules.tax-${value}`) })),
          },
          { key: 'rate', label: t('billing-rules.rate'), reads: taxRateOf },
        ],
      },
      {
        ...{ key: 'rates', label: t('billing-rules.rates'), hint: t('billing-rules.rates-hint') },
        columns: [
          { key: 'from', label: t('billing-rules.from'), reads: currency, fault: t('billing-rules.currency-fault') },
          { key: 'rate', label: t('billing-rules.exchange'), reads: decimal },
          { key: 'source', label: t('billing-rules.source'), reads: source },
          { key: 'date', label: t('billing-rules.date'), reads: isDay, fault: t('billing-rules.date-fault') },
        ],
      },
    ],
  };
};

/** The page of the rules for billing: what is charged, tax, payment and exchange rates. The consortium's administrator adopts them. */
export const BillingRulesPage = () => {
  const t = useTranslate();
  const shape = billingShape(t);
  return (
    <PolicyValuesPage
      path="/billing-rules"
      title={t('billing-rules.title')}
      noneAdopted={t('billing-rules.none-adopted')}
      rules={{
        ...{ kind: 'billing', shape: () => shape, read: billingValues, meaning: t('billing-rules.adopt-meaning') },
        write: (_, values) => ({ kind: 'billing', body: withBillingValues(values) }),
      }}
    />
  );
};
