import { useWho } from '../../../api/current-user.ts';
import { useCurrency } from '../../../api/use-currency.ts';
import type { Amounts } from '../../../components/amount-fields.tsx';
import { isDay, itemTypeColumn, placeColumn, written } from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { usePolicyVersions } from '../../../components/use-policies.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBody } from '../shared/bodies.ts';
import { carriedDecisions, exceptionValues, isMoney, nextNumber, settable, withExceptionValues } from './exceptions.ts';
import { useExceptionText } from './use-exception-text.ts';

/** The page of the exceptions of libraries: what each sets instead of the consortium's rules, until when, why, and by which decision. */
export const ExceptionsPage = () => {
  const t = useTranslate();
  const isStaff = useWho()?.kind === 'staff';
  const { typed, minor, money, date } = useFormat();
  const text = useExceptionText();
  const currency = useCurrency() ?? 'USD';
  const { data: versions = [] } = usePolicyVersions('exceptions', isStaff);
  const { data: bylaws = [] } = usePolicyVersions('bylaws', isStaff);
  const now = new Date();
  const adopted = inForceAt(bylaws, now.toISOString())?.body;
  const grantedBy = adopted?.exceptionsBy;
  const { data: granting } = useBody(grantedBy ?? '', isStaff && grantedBy !== undefined);
  const inMinor = (amount: string) => minor(amount, currency);
  const today = now.toISOString().slice(0, 10);
  const decisions = granting ? carriedDecisions(granting) : [];
  const shape: PolicyShape = {
    fields: [],
    lists: [
      {
        ...{ key: 'exceptions', label: t('exceptions.list'), hint: t('exceptions.hint') },
        columns: [
          placeColumn(t, 'memberId', t('exceptions.library')),
          {
            ...{ key: 'value', label: t('exceptions.value') },
            choices: settable.map((value) => ({ value, label: text.label(value) })),
          },
          {
            ...{ key: 'amount', label: t('exceptions.amount'), reads: inMinor },
            shows: (amount: string, { value = '' }: Amounts) =>
              isMoney(value) ? money(inMinor(amount) ?? 0, currency) : amount,
          },
          { ...itemTypeColumn(t), none: t('exceptions.every') },
          {
            ...{ key: 'patronCategory', label: t('exceptions.category'), hint: t('policy.any'), isOptional: true },
            none: t('exceptions.every'),
          },
          {
            ...{ key: 'untilDay', label: t('exceptions.until'), hint: t('exceptions.until-hint'), reads: isDay },
            fault: t('exceptions.until-hint'),
            shows: (day: string) => (day < today ? t('exceptions.ended', { day: date(day) }) : date(day)),
          },
          { key: 'reason', label: t('exceptions.reason'), reads: written(/^\S.{0,299}$/) },
          ...(granting
            ? [
                {
                  ...{ key: 'decidedIn', label: t('exceptions.decided', { body: granting.body.name }) },
                  choices: [
                    { value: '', label: t('exceptions.by-vote') },
                    ...decisions.map(({ value, startsAt, number, title }) => ({
                      ...{ value, label: t('exceptions.item', { day: date(startsAt), number, title }) },
                    })),
                  ],
                },
              ]
            : []),
        ],
      },
    ],
  };
  const zone = adopted?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <PolicyValuesPage
      path="/exceptions"
      title={t('exceptions.title')}
      noneAdopted={t('exceptions.none')}
      rules={{
        ...{ kind: 'exceptions', shape: () => shape, meaning: t('exceptions.meaning') },
        read: (version) => exceptionValues(version, (one) => typed(one, currency)),
        write: (version, values) => ({
          kind: 'exceptions',
          body: withExceptionValues({ zone: version?.body.zone ?? zone, next: nextNumber(versions) }, values, inMinor),
        }),
      }}
    />
  );
};
