import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { TillCounts } from '../../circulation/shared/till-counts.tsx';

/** A member's tills in a month by day and branch: expected amount, counted amount, and difference. */
export const Tills = ({ month, member }: { month: string; member: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, time, money } = useFormat();
  const { branchName } = useDirectory();
  const { data, error, refetch } = useQuery({
    queryKey: ['tills', month, member],
    queryFn: () => take(api.GET('/v1/circulation/tills/{month}', { params: { path: { month }, query: { member } } })),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={90} />;
  if (data.tills.length === 0) return <p>{t('ledgers.no-tills')}</p>;
  return (
    <ul className="stack">
      {data.tills.map(({ branchId, day, expected, closed }) => {
        const name = `${date(day)} · ${branchName(branchId)}`;
        return (
          <li key={`${day} ${branchId}`} className="card">
            <h3>{name}</h3>
            {closed ? (
              <>
                <p className="quiet">{t('ledgers.till-closed', { time: time(closed.at) })}</p>
                <TillCounts name={name} counts={closed.counts} />
              </>
            ) : (
              <>
                <p className="quiet">{t('ledgers.till-open')}</p>
                <ul>
                  {expected.map(({ currency, means, amount }) => (
                    <li key={`${currency} ${means}`}>
                      {textOf('means', means)}: {money(amount, currency)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
};
