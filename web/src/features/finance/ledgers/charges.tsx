import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../../resource-sharing/shared/use-party.ts';
import { Lines } from './lines.tsx';

type Pair = Answered<'finance-list-charges'>['pairs'][number];

const Sums = ({ pairs }: { pairs: readonly Pair[] }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const party = useParty();
  const library = ({ other }: Pair): string => party(other);
  const columns: Column<Pair>[] = [
    { key: 'library', head: t('asks.library'), sort: library, cell: library },
    ...(['owes', 'owed', 'net'] as const).map((sum) => ({
      ...{ key: sum, head: t(`ledgers.${sum}`), align: 'end' as const, sort: (pair: Pair) => pair[sum] },
      cell: (pair: Pair) => money(pair[sum], pair.currency),
    })),
  ];
  return (
    <DataTable
      name={t('charge.sums')}
      columns={columns}
      rows={pairs}
      rowKey={({ other, currency }) => `${other} ${currency}`}
      empty={t('charge.none')}
    />
  );
};

/** A member's charges with other libraries for loans and copies in a month, by library, with each charge. */
export const Charges = ({ month, member }: { month: string; member: string }) => {
  const t = useTranslate();
  const party = useParty();
  const { data, error, refetch } = useQuery({
    queryKey: ['charges', member, month],
    queryFn: () =>
      take(
        api.GET('/v1/finance/members/{memberId}/charges', {
          params: { path: { memberId: member }, query: { month } },
        }),
      ),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={90} />;
  if (data.pairs.length === 0) return <p>{t('charge.none')}</p>;
  return (
    <>
      <Sums pairs={data.pairs} />
      {data.pairs.map(({ other, currency, charges }) => {
        const name = t('charge.with', { library: party(other), currency });
        return (
          <details key={`${other} ${currency}`} className="money-part">
            <summary>{name}</summary>
            <Lines name={name} memberId={member} lines={charges} />
          </details>
        );
      })}
    </>
  );
};
