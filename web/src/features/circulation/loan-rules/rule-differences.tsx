import { useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useCategoryName } from '../../patrons/shared/use-category-name.ts';
import { conditionTexts } from './conditions-text.ts';
import { changedValues } from './merge-rule.ts';
import { valueText } from './outcome-text.ts';
import type { AdoptedRule } from './use-adopt-rule.ts';

type Change = { before?: AdoptedRule; after: AdoptedRule };

/** The values of one rule that change, in words. */
export const ValueDifferences = ({ change: { before, after }, currency }: { change: Change; currency: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const text = (values: object, name: string): string => {
    const value = Object.entries(values).find(([one]) => one === name)?.[1];
    return value === undefined ? t('loan-rules.not-set') : valueText(t, (one) => money(one, currency), name, value);
  };
  return (
    <ul>
      {changedValues(before?.values ?? {}, after.values).map((name) => (
        <li key={name}>
          {t('loan-rules.becomes', {
            value: textOf('loan-rules.value', name, name),
            before: text(before?.values ?? {}, name),
            after: text(after.values, name),
          })}
        </li>
      ))}
    </ul>
  );
};

/** The changes of rules in words: each rule by its conditions, with the values that change. */
export const RuleDifferences = ({ changes, currency }: { changes: readonly Change[]; currency: string }) => {
  const t = useTranslate();
  const names = { ...useDirectory(), ...useResidences(), categoryName: useCategoryName() };
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.after.id}>
          {conditionTexts(t, names, change.after).join(', ') || t('loan-rules.all-items')}
          {change.before === undefined && ` (${t('rule-proposals.new-rule')})`}
          <ValueDifferences {...{ change, currency }} />
        </li>
      ))}
    </ul>
  );
};
