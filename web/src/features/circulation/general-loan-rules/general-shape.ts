import { type AmountField, type Amounts, wholeWithin } from '../../../components/amount-fields.tsx';
import { codeColumn } from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import { type RuleFieldsOf, ruleFields, ruleLists, ruleSections } from '../loan-rules/rule-value-fields.ts';
import { calendars, closedDays, decided, deciders, depths, weighed } from './general-loan-rules.ts';

/** Returns what the page of the general loan rules has: the values for all cases, who decides, weights, item types and groups. */
export const generalShape = (of: RuleFieldsOf, texts: Amounts): PolicyShape => {
  const { t } = of;
  const fields = ruleFields(of);
  const isHourly = (texts.hours ?? '').trim() !== '';
  const choice = (key: string, label: string, choices: AmountField['choices'] = []): AmountField => ({
    ...{ key, label, choices },
  });
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`policy.${value}`) }));
  const deciding = (values: typeof deciders | typeof calendars) =>
    values.map((value) => ({ value, label: t(`loan-rules.decider-${value}`) }));
  const types = { key: 'types', label: t('general-rules.types') };
  const group = codeColumn(t, 'group', t('general-rules.group'));
  return {
    fields: [
      ...Object.values(ruleSections)
        .flat()
        .filter((key) => key !== 'closedDays')
        .flatMap((key) => fields[key] ?? [])
        // A loan period is in days or in hours.
        .map((field) => (field.key === 'days' ? { ...field, isOptional: isHourly } : field)),
      choice(
        'closedDays',
        t('loan-rules.value.closedDays'),
        closedDays.map((value) => ({ value, label: t(`loan-rules.closed-${value}`) })),
      ),
      choice('calendar', t('general-rules.calendar'), deciding(calendars)),
      choice('dueNotPastExpiry', t('general-rules.not-past-expiry'), yesOrNo),
      choice('expiredMayRenew', t('general-rules.expired-renew'), yesOrNo),
      ...decided.map((kind) => choice(`decides-${kind}`, t(`general-rules.decides-${kind}`), deciding(deciders))),
      ...weighed.map((name) => ({
        ...{ key: `weight-${name}`, label: t(`general-rules.weight-${name}`), reads: wholeWithin(0, 10_000) },
      })),
    ],
    lists: [
      ...ruleLists(t),
      {
        ...{ key: 'itemTypes', label: t('general-rules.item-types'), hint: t('general-rules.item-types-hint') },
        columns: [codeColumn(t, 'code', t('general-rules.code'))],
      },
      {
        ...{ key: 'equipmentTypes', label: t('general-rules.equipment'), hint: t('general-rules.equipment-hint') },
        columns: [codeColumn(t, 'code', t('general-rules.code'))],
      },
      {
        ...{ key: 'groups', label: t('general-rules.groups'), hint: t('general-rules.groups-hint') },
        columns: [group, { ...types, hint: t('general-rules.types-hint') }],
      },
      {
        ...{ key: 'limitGroups', label: t('general-rules.limit-groups'), hint: t('general-rules.limit-groups-hint') },
        columns: [
          ...[group, { ...types, hint: t('general-rules.all'), isOptional: true }],
          ...[
            { key: 'locations', label: t('general-rules.locations'), hint: t('general-rules.all'), isOptional: true },
          ],
          choice(
            'depth',
            t('general-rules.depth'),
            depths.map((value) => ({ value, label: t(`general-rules.depth-${value}`) })),
          ),
        ],
      },
    ],
  };
};
