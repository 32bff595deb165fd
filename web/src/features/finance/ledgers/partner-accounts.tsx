import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../../resource-sharing/shared/use-party.ts';
import { type Balance, Settle } from './settle.tsx';
import { Statement } from './statement.tsx';
import { VoucherStock } from './voucher-stock.tsx';

type Place = { month: string; member: string; mayWrite: boolean };

/** The name of a partner; with its id where the user may not read the registry, so that partners can be distinguished. */
const usePartnerName = (): ((partnerId: string) => string) => {
  const t = useTranslate();
  const party = useParty();
  return (partnerId) => {
    const name = party(partnerId);
    return name === t('loans.outside-library') ? `${name} (${partnerId})` : name;
  };
};

const Account = ({ balance, member, mayWrite }: Pick<Place, 'member' | 'mayWrite'> & { balance: Balance }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const nameOf = usePartnerName();
  const [isSettling, setIsSettling] = useState(false);
  const { partnerId, currency, owes, owed } = balance;
  const library = nameOf(partnerId);
  return (
    <li className="card">
      <div className="desk-head">
        <h3>{library}</h3>
        <p>{t('account-with.sums', { owes: money(owes, currency), owed: money(owed, currency) })}</p>
      </div>
      {mayWrite &&
        owes + owed > 0 &&
        (isSettling ? (
          <Settle memberId={member} balance={balance} library={library} onClose={() => setIsSettling(false)} />
        ) : (
          <p>
            <Button
              size="sm"
              variant="default"
              aria-label={t('settle.with', { library: `${library} (${currency})` })}
              onClick={() => setIsSettling(true)}
            >
              {t('settle.open')}
            </Button>
          </p>
        ))}
    </li>
  );
};

/** A member's balances with its partners, their settlement, the month's statement with each, and vouchers. */
export const PartnerAccounts = ({ month, member, mayWrite }: Place) => {
  const t = useTranslate();
  const nameOf = usePartnerName();
  const { data, error, refetch } = useQuery({
    queryKey: ['partner-money', member],
    queryFn: () => take(api.GET('/v1/finance/partners', { params: { query: { member } } })),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={90} />;
  const { partners, vouchers } = data;
  const ids = [...new Set(partners.map(({ partnerId }) => partnerId))];
  return (
    <>
      {partners.length === 0 && <p>{t('account-with.none')}</p>}
      <ul className="stack">
        {partners.map((balance) => (
          <Account key={`${balance.partnerId} ${balance.currency}`} {...{ balance, member, mayWrite }} />
        ))}
      </ul>
      {ids.map((partnerId) => (
        <Statement key={partnerId} {...{ month, member, partnerId }} library={nameOf(partnerId)} />
      ))}
      <VoucherStock memberId={member} stock={vouchers} mayWrite={mayWrite} />
    </>
  );
};
