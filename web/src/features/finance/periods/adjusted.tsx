import { Button } from '@mantine/core';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useWithdraw } from '../shared/adjust.ts';
import { useLineIdName } from '../shared/line-id-name.ts';

type Adjustment = Answered<'finance-show-period'>['adjustments'][number];

const One = ({ month, one, mayWithdraw }: { month: string; one: Adjustment; mayWithdraw: boolean }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money, month: monthName } = useFormat();
  const { memberName } = useDirectory();
  const withdraw = useWithdraw();
  const lineName = useLineIdName();
  const { memberId, lineId } = one;
  const whatOf = (of: Adjustment): string => {
    if (of.kind === 'correction') return `${monthName(of.corrects.month)}, ${lineName(of.corrects.lineId)}`;
    return of.kind === 'one-off' ? of.description : of.code;
  };
  const message = t('periods.adjustment', {
    kind: textOf('block', one.kind),
    member: memberName(memberId),
    amount: money(one.amount, one.currency),
    what: whatOf(one),
  });
  return (
    <li>
      {message}
      <span className="quiet"> – {one.reason}</span>{' '}
      {mayWithdraw && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${t('periods.withdraw')}: ${message}`}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ month, memberId, lineId })}
        >
          {t('periods.withdraw')}
        </Button>
      )}
      {withdraw.error && <FailedNotice thrown={withdraw.error} />}
    </li>
  );
};

/** The corrections, credits and one-off charges of a month; removable until its statements are written. */
export const Adjusted = ({
  month,
  adjustments,
  mayWithdraw,
}: {
  month: string;
  adjustments: readonly Adjustment[];
  mayWithdraw: boolean;
}) => {
  const t = useTranslate();
  if (adjustments.length === 0) return null;
  return (
    <ul aria-label={t('periods.adjustments')} className="period-steps">
      {adjustments.map((one) => (
        <One key={`${one.memberId} ${one.lineId}`} {...{ month, one, mayWithdraw }} />
      ))}
    </ul>
  );
};
