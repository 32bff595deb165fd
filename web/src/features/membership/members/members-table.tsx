import type { Member } from '../../../api/directory.ts';
import { Bars } from '../../../components/bars.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { daysIn, monthSpan } from './members.ts';

/** Each library's membership period and its days in a month: bars, and a table with the same figures. */
export const MembersTable = ({ members, month }: { members: readonly Member[]; month: string }) => {
  const t = useTranslate();
  const { date, number, month: monthName } = useFormat();
  const { days } = monthSpan(month);
  const dated = (day: string | undefined): string => (day === undefined ? '–' : date(day));
  const of = (member: Member): string =>
    t('members.days-of', { days: number(daysIn(member, month)), all: number(days) });
  const inPart = number(members.filter((member) => daysIn(member, month) > 0).length);
  const columns: Column<Member>[] = [
    { key: 'name', head: t('month.member'), cell: ({ name }) => name, total: t('members.in-part') },
    { key: 'since', head: t('members.since'), cell: ({ memberSince }) => dated(memberSince) },
    { key: 'left', head: t('members.left'), cell: ({ leftOn }) => dated(leftOn) },
    { key: 'days', head: t('members.days'), align: 'end', cell: of, total: inPart },
  ];
  return (
    <section aria-labelledby="members-then" className="stack">
      <h2 id="members-then">{t('members.then', { month: monthName(month) })}</h2>
      <Bars
        name={t('members.bars')}
        bars={members.map((member) => ({
          ...{ key: member.memberId, label: member.name, value: daysIn(member, month), shown: of(member) },
        }))}
      />
      <DataTable
        name={t('members.then', { month: monthName(month) })}
        columns={columns}
        rows={members}
        rowKey={({ memberId }) => memberId}
        empty={null}
      />
    </section>
  );
};
