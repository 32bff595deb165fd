import { useDirectory } from '../../../api/directory.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Month } from './month.ts';

const categories = ['direct', 'shared', 'idle', 'unattributed'] as const;

/** Each member's share by purpose; rounded once per member, so that the members add up to the total. */
export const MemberTable = ({ data: { members, currency, rounded: all, key } }: { data: Month }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const shown = (sum: number): string => money(sum, currency);
  const total = t('month.total');
  const columns: Column<Month['members'][number]>[] = [
    { key: 'member', head: t('month.member'), cell: ({ member }) => memberName(member), total },
    ...categories.map((category) => ({
      ...{ key: category, head: textOf('category', category), align: 'end' as const },
      cell: ({ roundedAmounts }: Month['members'][number]) => shown(roundedAmounts[category]),
      total: shown(members.reduce((sum, one) => sum + one.roundedAmounts[category], 0)),
    })),
    { key: 'total', head: total, align: 'end', cell: ({ rounded }) => shown(rounded), total: shown(all) },
  ];
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t('month.by-member')}</h2>
      <DataTable
        name={t('month.by-member')}
        columns={columns}
        rows={members}
        rowKey={({ member }) => member}
        empty={null}
      />
      <p className="quiet">{t('month.key', { name: key.name })}</p>
      <p className="quiet">{t('month.rounding')}</p>
    </section>
  );
};
