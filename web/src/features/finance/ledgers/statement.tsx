import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Lines } from './lines.tsx';
import { useVoucherName } from './vouchers.ts';

type Asked = { month: string; member: string; partnerId: string; library: string };

const Shown = ({ month, member, partnerId, library }: Asked) => {
  const t = useTranslate();
  const { money, month: monthName } = useFormat();
  const nameOf = useVoucherName();
  const { data, error, refetch } = useQuery({
    queryKey: ['partner-money', member, partnerId, month],
    queryFn: () =>
      take(
        api.GET('/v1/finance/partners/{partnerId}/statements/{month}', {
          params: { path: { partnerId, month }, query: { member } },
        }),
      ),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={90} />;
  const { charged, lines, balances } = data;
  const payable = balances.flatMap(({ payableBy = [] }) => payableBy);
  return (
    <div className="stack statement">
      {charged.map(({ currency, owes, owed, net }) => (
        <p key={currency}>
          {t('statement.came-to', {
            owes: money(owes, currency),
            owed: money(owed, currency),
            net: money(net, currency),
          })}
        </p>
      ))}
      {payable.length > 0 && (
        <p>
          {t('statement.payable-by', {
            vouchers: payable.map(({ voucher, count }) => `${count} × ${nameOf(voucher)}`).join(', '),
          })}
        </p>
      )}
      {lines.length === 0 ? (
        <p>{t('statement.none')}</p>
      ) : (
        <Lines name={t('statement.of', { library, month: monthName(month) })} memberId={member} lines={lines} />
      )}
    </div>
  );
};

/** The month's statement with a partner: every charge, refund and settlement; loaded when expanded. */
export const Statement = (asked: Asked) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { library, month } = asked;
  return (
    <details className="money-part" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('statement.of', { library, month: monthName(month) })}</summary>
      {isOpen && <Shown {...asked} />}
    </details>
  );
};
