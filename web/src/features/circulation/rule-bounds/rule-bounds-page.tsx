import { useCurrency } from '../../../api/use-currency.ts';
import type { Amounts } from '../../../components/amount-fields.tsx';
import { itemTypeColumn, yesOrNoColumn } from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { usePolicyVersions } from '../../../components/use-policies.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useOwnLabel } from '../own-values/use-own-text.ts';
import { boundable, boundValues, changedAlone, isAmount, openable, withBoundValues } from './rule-bounds.ts';

/** The page of the floors and ceilings of loan rules, and of what one person changes alone. The consortium's administrator adopts them. */
export const RuleBoundsPage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const ownLabel = useOwnLabel();
  const { typed, minor, money } = useFormat();
  const currency = useCurrency() ?? 'USD';
  const { data: feeVersions = [] } = usePolicyVersions('fees', true);
  const fees = Object.keys(inForceAt(feeVersions, new Date().toISOString())?.body.fees ?? {});
  const ownText = (value: string): string => {
    const [kind = '', name = ''] = value.split(' ');
    return `${textOf('rule-bounds.own-of', kind)}: ${ownLabel(name)}`;
  };
  const inMinor = (text: string) => minor(text, currency);
  const inMoney = (text: string) => money(inMinor(text) ?? 0, currency);
  const limit = (key: 'min' | 'max') => ({
    ...{ key, label: t(`rule-bounds.${key}`), hint: t('rule-bounds.no-limit'), isOptional: true, reads: inMinor },
    shows: (text: string, { value = '' }: Amounts) => (isAmount(value) ? inMoney(text) : text),
  });
  const shape: PolicyShape = {
    fields: [
      {
        ...{ key: 'amountsUpTo', label: t('rule-bounds.amounts'), hint: t('rule-bounds.amounts-hint') },
        ...{ reads: inMinor, shows: inMoney },
      },
    ],
    lists: [
      {
        ...{ key: 'bounds', label: t('rule-bounds.bounds'), hint: t('rule-bounds.bounds-hint') },
        columns: [
          {
            ...{ key: 'value', label: t('rule-bounds.value') },
            choices: boundable.map((value) => ({ value, label: textOf('rule-bounds.of', value) })),
          },
          {
            ...{ ...itemTypeColumn(t), label: t('rule-bounds.item-type'), hint: t('rule-bounds.all-types') },
            none: t('rule-bounds.every-type'),
          },
          ...[limit('min'), limit('max')],
        ],
      },
      {
        ...{ key: 'alone', label: t('rule-bounds.alone'), hint: t('rule-bounds.alone-hint') },
        columns: [
          {
            ...{ key: 'value', label: t('rule-bounds.value') },
            choices: changedAlone.map((value) => ({ value, label: textOf('rule-bounds.of', value) })),
          },
        ],
      },
      {
        ...{ key: 'own', label: t('rule-bounds.own'), hint: t('rule-bounds.own-hint') },
        columns: [
          {
            ...{ key: 'value', label: t('rule-bounds.value') },
            choices: openable(fees).map((value) => ({ value, label: ownText(value) })),
          },
          ...[limit('min'), limit('max'), yesOrNoColumn(t, 'alone', t('rule-bounds.own-alone'))],
        ],
      },
    ],
  };
  return (
    <PolicyValuesPage
      path="/rule-bounds"
      title={t('rule-bounds.title')}
      noneAdopted={t('rule-bounds.none-adopted')}
      rules={{
        ...{ kind: 'floors', shape: () => shape, meaning: t('rule-bounds.adopt-meaning') },
        read: (version) => boundValues(version, (one) => typed(one, currency)),
        write: (version, values) => ({ kind: 'floors', body: withBoundValues(version, values, inMinor) }),
      }}
    />
  );
};
