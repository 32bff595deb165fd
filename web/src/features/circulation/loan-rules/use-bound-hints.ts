import { inForceAt } from '../../../components/policy-versions.ts';
import { usePolicyVersions } from '../../../components/use-policies.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { amounts } from './rule-values.ts';
import type { AdoptedRule } from './use-adopt-rule.ts';

const boundOf: Readonly<Record<string, string>> = { days: 'loanDays', hours: 'loanHours' };

/** Returns a function that writes the floor and ceiling of a field of a library's rule; empty where it has none. */
export const useBoundHints = ({ setBy, when }: AdoptedRule, currency: string) => {
  const t = useTranslate();
  const { money, number } = useFormat();
  const { data: versions = [] } = usePolicyVersions('floors', setBy !== 'consortium');
  const bounds = inForceAt(versions, new Date().toISOString())?.body.bounds ?? [];
  return (key: string): string => {
    const found = bounds.filter(
      ({ value, itemCategory }) =>
        value === (boundOf[key] ?? key) && (itemCategory === undefined || itemCategory === when.itemCategory),
    );
    const text = (limit: number) =>
      (amounts as readonly string[]).includes(key) || key === 'fineCap' ? money(limit, currency) : number(limit);
    const min = Math.max(0, ...found.map((one) => one.min ?? 0));
    const max = Math.min(Number.MAX_SAFE_INTEGER, ...found.map((one) => one.max ?? Number.MAX_SAFE_INTEGER));
    if (max === Number.MAX_SAFE_INTEGER) return min === 0 ? '' : t('own-values.from', { min: text(min) });
    return min === 0
      ? t('own-values.up-to', { max: text(max) })
      : t('own-values.between', { min: text(min), max: text(max) });
  };
};
