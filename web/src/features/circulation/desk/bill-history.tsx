import { Link } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Bill } from './use-patron-view.ts';

/** The history of a bill, oldest first. A payment online leads whoever may refund it for `memberId` to the payment. */
export const BillHistory = ({ bill, memberId }: { bill: Bill; memberId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const who = useWho();
  const mayRefund = holdsAt(who, memberId, 'member-finance') || holdsAt(who, memberId, 'desk-supervisor');
  return (
    <ol className="quiet bill-history">
      {bill.lines.map(({ at, did, amount, means, receiptNumber }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bill's lines only grow, and two may be of one instant.
        <li key={place}>
          {date(at)} · {textOf('bill-did', did)} · {money(amount, bill.currency)}
          {mayRefund && did === 'paid' && means === 'online' && receiptNumber !== undefined && (
            <>
              {' · '}
              <Link to="/online-payments" search={{ member: memberId, month: at.slice(0, 7), payment: receiptNumber }}>
                {t('desk.refund-online')}
              </Link>
            </>
          )}
        </li>
      ))}
    </ol>
  );
};
