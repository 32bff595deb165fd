import type { Member } from '../../../api/directory.ts';
import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { daysIn, monthSpan } from './members.ts';

/** Each library's membership period and its days in a month: bars, and a table with the same figures. */
export const MembersTable = ({ members, month }: { members: readonly Member[]; month: string }) => {
  const t = useTranslate();
  const { date, number, month: monthName } = useFormat();
  const { days } = monthSpan(month);
  const dated = (day: string | undefined): string => (day === undefined ? '–' : date(`${day}T12:00:00`));
  const of = (member: Member): string =>
    t('members.days-of', { days: number(daysIn(member, month)), all: number(days) });
  return (
    <section aria-labelledby="members-then" className="stack">
      <h2 id="members-then">{t('members.then', { month: monthName(month) })}</h2>
      <Bars
        name={t('members.bars')}
        bars={members.map((member) => ({
          ...{ key: member.memberId, label: member.name, value: daysIn(member, month), shown: of(member) },
        }))}
      />
      <ScrollTable name={t('members.then', { month: monthName(month) })}>
        <thead>
          <tr>
            <th scope="col">{t('month.member')}</th>
            <th scope="col">{t('members.since')}</th>
            <th scope="col">{t('members.left')}</th>
            <th scope="col" className="num">
              {t('members.days')}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.memberId}>
              <th scope="row">{member.name}</th>
              <td>{dated(member.memberSince)}</td>
              <td>{dated(member.leftOn)}</td>
              <td className="num">{of(member)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('members.in-part')}</th>
            <td />
            <td />
            <td className="num">{number(members.filter((member) => daysIn(member, month) > 0).length)}</td>
          </tr>
        </tfoot>
      </ScrollTable>
    </section>
  );
};
