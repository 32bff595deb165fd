import { NativeSelect } from '@mantine/core';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { currentMonth, monthsBefore } from './months.ts';

/** The months of a report, both included, and its library; without one, all libraries. */
export type Months = { from: string; to: string; member?: string | undefined };

type Props = {
  chosen: Months;
  /** The libraries to choose from, and whether all of them at once can be chosen. */
  offered: readonly { memberId: string; name: string }[];
  all?: boolean;
  /** The number of months before the current one that are offered. */
  back: number;
  /** Receives the whole choice, as it stands in an address. */
  go: (search: { from: string; to: string; member?: string }) => void;
};

/** The choice of the first and the last month of a report and of its library. The library is hidden where there is only one. */
export const MonthsChoice = ({ chosen, offered, all = false, back, go }: Props) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const change = (changed: Partial<Months>): void => {
    const { from, to, member } = { ...chosen, ...changed };
    go({ from, to, ...(member && { member }) });
  };
  const recent = Array.from({ length: back + 1 }, (_, by) => monthsBefore(currentMonth(), by));
  const months = [...new Set([...recent, chosen.from, chosen.to])].sort().reverse();
  return (
    <div className="row">
      {(['from', 'to'] as const).map((end) => (
        <NativeSelect
          key={end}
          size="sm"
          label={t(`months-choice.${end}`)}
          value={chosen[end]}
          data={months.map((value) => ({ value, label: monthName(value) }))}
          onChange={({ currentTarget: { value } }) => change({ [end]: value })}
        />
      ))}
      {(all || offered.length > 1) && (
        <NativeSelect
          size="sm"
          label={t('months-choice.library')}
          value={chosen.member ?? ''}
          data={[
            ...(all ? [{ value: '', label: t('months-choice.all') }] : []),
            ...offered.map(({ memberId, name }) => ({ value: memberId, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => change({ member: value })}
        />
      )}
    </div>
  );
};
