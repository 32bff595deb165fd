import { type AmountField, type Amounts, wholeOf, wholeWithin } from '../../../components/amount-fields.tsx';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import type { Translate } from '../../../i18n/translate.ts';

export type Blocks = PolicyVersion<'blocks'>;
type Body = Blocks['body'];

const GROUP = 'group ';
const text = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Returns the fields of the limits; one for each group of items that is limited. */
export const limitFields = (
  t: Translate,
  { perGroup = {} }: Pick<Body, 'perGroup'>,
  minor: (text: string) => number | undefined,
): AmountField[] => [
  { key: 'maxLoans', label: t('limits.max-loans'), reads: wholeOf },
  { key: 'maxHolds', label: t('limits.max-holds'), reads: wholeOf },
  { key: 'owedLimit', label: t('limits.owed'), hint: t('limits.owed-hint'), reads: minor },
  { key: 'dependantsOwedLimit', label: t('limits.dependants-owed'), isOptional: true, reads: minor },
  { key: 'maxOverdue', label: t('limits.max-overdue'), isOptional: true, reads: wholeOf },
  {
    ...{ key: 'offlineDays', label: t('limits.offline-days'), hint: t('limits.offline-days-hint'), isOptional: true },
    reads: wholeWithin(0, 14),
  },
  ...Object.keys(perGroup).map((group) => ({
    key: `${GROUP}${group}`,
    label: t('limits.group', { group }),
    reads: wholeOf,
  })),
];

/** Returns the limits as typed; amounts in major units. */
export const limitTexts = (body: Body, typed: (minor: number) => string): Amounts => ({
  ...{ maxLoans: text(body.maxLoans), maxHolds: text(body.maxHolds), owedLimit: typed(body.owedLimit) },
  dependantsOwedLimit: body.dependantsOwedLimit === undefined ? '' : typed(body.dependantsOwedLimit),
  ...{ maxOverdue: text(body.maxOverdue), offlineDays: text(body.offlineDays) },
  ...Object.fromEntries(Object.entries(body.perGroup ?? {}).map(([group, most]) => [`${GROUP}${group}`, text(most)])),
});

/** Returns a policy with the limits as typed; all else stays. */
export const withLimits = (body: Body, amounts: Amounts, minor: (text: string) => number | undefined): Body => {
  const { dependantsOwedLimit: _dependants, maxOverdue: _overdue, offlineDays: _offline, ...rest } = body;
  const whole = (key: string): number => Number(amounts[key] ?? 0);
  const optional = (key: 'dependantsOwedLimit' | 'maxOverdue' | 'offlineDays', value: number) =>
    amounts[key]?.trim() ? { [key]: value } : {};
  const groups = Object.keys(body.perGroup ?? {}).map((group) => [group, whole(`${GROUP}${group}`)] as const);
  return {
    ...rest,
    ...{ maxLoans: whole('maxLoans'), maxHolds: whole('maxHolds') },
    owedLimit: minor(amounts.owedLimit ?? '') ?? body.owedLimit,
    perGroup: Object.fromEntries(groups),
    ...optional('dependantsOwedLimit', minor(amounts.dependantsOwedLimit ?? '') ?? 0),
    ...optional('maxOverdue', whole('maxOverdue')),
    ...optional('offlineDays', whole('offlineDays')),
  };
};

/** Returns a policy with the codes of blocks that no supervisor may override; without a list when there are none. */
export const withNeverOverridden = ({ neverOverridden: _, ...body }: Body, codes: readonly string[]): Body => ({
  ...body,
  ...(codes.length > 0 && { neverOverridden: [...codes] }),
});
