import { Button } from '@mantine/core';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { useWithdraw } from '../shared/adjust.ts';

type Adjustment = Answered<'finance-show-period'>['adjustments'][number];

const One = ({ month, one, mayWithdraw }: { month: string; one: Adjustment; mayWithdraw: boolean }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { money, month: monthName } = useFormat();
  const { memberName } = useDirectory();
  const withdraw = useWithdraw();
  const { memberId, lineId } = one;
  const said = say('periods.adjustment', {
    kind: sayOf('block', one.kind),
    member: memberName(memberId),
    amount: money(one.amount, one.currency),
    what: one.kind === 'credit' ? one.code : `${monthName(one.corrects.month)}, ${one.corrects.lineId}`,
  });
  return (
    <li>
      {said}
      <span className="quiet"> – {one.reason}</span>{' '}
      {mayWithdraw && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${say('periods.withdraw')}: ${said}`}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ month, memberId, lineId })}
        >
          {say('periods.withdraw')}
        </Button>
      )}
      {withdraw.error && <FailedNotice thrown={withdraw.error} />}
    </li>
  );
};

/** The corrections and credits that go into a month; taken out again where its statements are not written yet. */
export const Adjusted = ({
  month,
  adjustments,
  mayWithdraw,
}: {
  month: string;
  adjustments: readonly Adjustment[];
  mayWithdraw: boolean;
}) => {
  const say = useSay();
  if (adjustments.length === 0) return null;
  return (
    <ul aria-label={say('periods.adjustments')} className="period-steps">
      {adjustments.map((one) => (
        <One key={`${one.memberId} ${one.lineId}`} {...{ month, one, mayWithdraw }} />
      ))}
    </ul>
  );
};
