import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useCurrency } from '../../../api/use-currency.ts';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { PaymentAccountForm } from './account-form.tsx';
import { type PaymentAccount, useAccounts } from './use-accounts.ts';

type Library = { memberId: string; name: string };
type Row = Library & { account: PaymentAccount | undefined };

const takes = ({ account }: Row): boolean => account?.on === true && account.secretSince !== undefined;

/** The accounts of libraries at the payment provider, and who takes the money of each. */
export const AccountsTable = ({ libraries, maySet }: { libraries: readonly Library[]; maySet: boolean }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const { memberName } = useDirectory();
  const currency = useCurrency();
  const { data, error, refetch } = useAccounts();
  const [setting, setSetting] = useState<string>();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  const accountOf = (member: string) => data?.accounts.find(({ memberId }) => memberId === member);
  const rows = data && libraries.map((library): Row => ({ ...library, account: accountOf(library.memberId) }));
  const collectorOf = (row: Row): string => {
    const isForAll = row.account?.collectsFor === 'all';
    if (takes(row)) return t(isForAll ? 'payment-account.itself-all' : 'payment-account.itself');
    return data?.collector ? memberName(data.collector) : t('payment-account.nobody');
  };
  const minimumOf = ({ account }: Row): string => (account && currency ? money(account.minimum, currency) : '');
  const columns: Column<Row>[] = [
    { key: 'library', head: t('payment-account.library'), cell: ({ name }) => name, sort: ({ name }) => name },
    {
      ...{ key: 'state', head: t('payment-account.state') },
      cell: ({ account }) => (
        <Badge tone={account?.on ? 'good' : 'none'}>
          {t(account ? (account.on ? 'payment-account.on' : 'payment-account.off') : 'payment-account.none')}
        </Badge>
      ),
      sort: ({ account }) => (account ? Number(account.on) : -1),
    },
    { key: 'collector', head: t('payment-account.collector'), cell: collectorOf, sort: collectorOf },
    { ...{ key: 'minimum', head: t('payment-account.least'), align: 'end' }, cell: minimumOf, text: minimumOf },
    {
      ...{ key: 'number', head: t('payment-account.number') },
      cell: ({ account }) => <span className="barcode">{account?.providerAccount ?? ''}</span>,
      sort: ({ account }) => account?.providerAccount,
    },
    {
      ...{ key: 'secrets', head: t('payment-account.secrets') },
      cell: ({ account }) =>
        account &&
        (account.secretSince
          ? t('payment-account.set-on', { day: date(account.secretSince) })
          : t('payment-account.not-set')),
      sort: ({ account }) => account?.secretSince,
    },
    ...(maySet && currency
      ? [
          {
            ...{ key: 'act', head: t('payment-account.change') },
            cell: ({ memberId, name }: Row) => (
              <Button
                size="xs"
                variant="default"
                aria-label={t('payment-account.set-of', { library: name })}
                onClick={() => setSetting(memberId)}
              >
                {t('payment-account.set')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const set = rows?.find(({ memberId }) => memberId === setting);
  return (
    <>
      <DataTable
        {...{ name: t('payment-account.title'), columns, rows, empty: t('payment-account.none') }}
        rowKey={({ memberId }) => memberId}
      />
      {set && currency && (
        <PaymentAccountForm {...{ library: set, account: set.account, currency }} close={() => setSetting(undefined)} />
      )}
    </>
  );
};
