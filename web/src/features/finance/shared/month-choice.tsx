import { NativeSelect } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

const MONTHS_BACK = 13;

/** Returns the last months, newest first, as `2026-11`; in UTC, like the bill. */
const recentMonths = (now: Date): string[] =>
  Array.from({ length: MONTHS_BACK }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );

type Choice = {
  month: string;
  member: string | undefined;
  mayChoose: boolean;
  /** Opens the same page for another month or member. */
  go: (params: { month: string }, search: { member?: string }) => void;
};

/** The choice of the member, or of all. */
export const MemberChoice = ({
  member,
  go,
}: {
  member: string | undefined;
  go: (search: { member?: string }) => void;
}) => {
  const t = useTranslate();
  const { members } = useDirectory();
  return (
    <NativeSelect
      size="sm"
      aria-label={t('month.whose')}
      value={member ?? ''}
      data={[{ value: '', label: t('month.all') }, ...members.map((one) => ({ value: one.memberId, label: one.name }))]}
      onChange={({ currentTarget: { value } }) => go(value ? { member: value } : {})}
    />
  );
};

/** The choice of the month and, for consortium staff, of the member. */
export const MonthChoice = ({ month, member, mayChoose, go }: Choice) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const months = [...new Set([...recentMonths(new Date()), month])].sort().reverse();
  const memberSearch = member ? { member } : {};
  return (
    <>
      <NativeSelect
        size="sm"
        aria-label={t('month.choose')}
        value={month}
        data={months.map((value) => ({ value, label: monthName(value) }))}
        onChange={({ currentTarget: { value } }) => go({ month: value }, memberSearch)}
      />
      {mayChoose && <MemberChoice member={member} go={(search) => go({ month }, search)} />}
    </>
  );
};
