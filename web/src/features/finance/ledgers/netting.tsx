import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { Question } from '../../../components/question.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Shown = Answered<'finance-show-netting'>;

const Positions = ({ positions }: Pick<Shown, 'positions'>) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  return (
    <ScrollTable name={t('ledgers.netting')}>
      <thead>
        <tr>
          <th scope="col">{t('month.member')}</th>
          <th scope="col" className="num">
            {t('ledgers.owed')}
          </th>
          <th scope="col" className="num">
            {t('ledgers.owes')}
          </th>
          <th scope="col" className="num">
            {t('ledgers.net')}
          </th>
        </tr>
      </thead>
      <tbody>
        {positions.map(({ member, currency, owed, owes, net }) => (
          <tr key={`${member} ${currency}`}>
            <th scope="row">{memberName(member)}</th>
            <td className="num">{money(owed, currency)}</td>
            <td className="num">{money(owes, currency)}</td>
            <td className="num">{money(net, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** Books the netting after confirmation, because ledger entries are permanent; idempotent. */
const Post = ({ month }: { month: string }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const client = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const post = useMutation({
    mutationFn: () => take(api.POST('/v1/finance/netting', { body: { month }, ...keyed(`netting-${month}`) })),
    onSuccess: (posted) => client.setQueryData(['netting', month], posted),
    onSettled: () => setIsAsked(false),
  });
  return (
    <>
      {isAsked ? (
        <Question
          yes={t('ledgers.post-yes')}
          isPending={post.isPending}
          go={() => post.mutate()}
          away={() => setIsAsked(false)}
        >
          <p>{t('ledgers.post-sure', { month: monthName(month) })}</p>
        </Question>
      ) : (
        <p>
          <Button size="sm" onClick={() => setIsAsked(true)}>
            {t('ledgers.post')}
          </Button>
        </p>
      )}
      {post.error && <FailedNotice thrown={post.error} />}
    </>
  );
};

/** The netting of a month: the members' debts, who pays whom, and the booking by a preparer or approver (C74). */
export const Netting = ({ month, mayPost }: { month: string; mayPost: boolean }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const { data, error, refetch } = useQuery({
    queryKey: ['netting', month],
    queryFn: () => take(api.GET('/v1/finance/netting/{month}', { params: { path: { month } } })),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={90} />;
  if (data.positions.length === 0) return <p>{t('ledgers.no-netting')}</p>;
  return (
    <>
      <Positions positions={data.positions} />
      <ul>
        {data.transfers.map(({ from, to, currency, amount }) => (
          <li key={`${from} ${to} ${currency}`}>
            {t('ledgers.transfer', { from: memberName(from), to: memberName(to), amount: money(amount, currency) })}
          </li>
        ))}
      </ul>
      {data.posted ? (
        <p>
          <Badge tone="good" icon="yes">
            {t('ledgers.posted')}
          </Badge>
        </p>
      ) : (
        mayPost && <Post month={month} />
      )}
    </>
  );
};
