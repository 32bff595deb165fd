import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useKey } from '../../../api/use-key.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

const readPayables = () => take(api.GET('/v1/payments/my'));
type Group = Awaited<ReturnType<typeof readPayables>>['groups'][number];

/** Starts a payment, and goes to the provider's page. */
const usePaying = () => {
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (billIds: string[]) =>
      take(api.POST('/v1/payments/my', { body: { billIds }, ...keyed(keyFor(billIds)) })),
    onSuccess: ({ url }) => window.location.assign(url),
    onSettled: (_data, error) => settle(error),
  });
};

/** The bills that are paid together: each can be left out, and the button names the amount. */
const PayGroup = ({ group: { account, bills, currency, minimum } }: { group: Group }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const paying = usePaying();
  const chosen = bills.filter(({ billId }) => !leftOut.includes(billId));
  const amount = chosen.reduce((sum, { open }) => sum + open, 0);
  const isBelow = chosen.length > 0 && amount < minimum;
  const pay = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.length > 0 && !isBelow) paying.mutate(chosen.map(({ billId }) => billId));
  };
  return (
    <form className="stack" onSubmit={pay}>
      <Checkbox.Group
        label={t('pay.choose')}
        description={t('pay.of', { library: memberName(account) })}
        value={chosen.map(({ billId }) => billId)}
        onChange={(values) => setLeftOut(bills.flatMap(({ billId }) => (values.includes(billId) ? [] : [billId])))}
      >
        <div className="stack">
          {bills.map(({ billId, kind, memberId, open }) => (
            <Checkbox
              key={billId}
              value={billId}
              label={`${textOf('bill-kind', kind)} · ${memberName(memberId)} · ${money(open, currency)}`}
            />
          ))}
        </div>
      </Checkbox.Group>
      {chosen.length === 0 && <p className="quiet">{t('pay.none')}</p>}
      {isBelow && <p className="quiet">{t('pay.least', { amount: money(minimum, currency) })}</p>}
      <p>
        <Button type="submit" disabled={chosen.length === 0 || isBelow} loading={paying.isPending || paying.isSuccess}>
          {t('pay.do', { amount: money(amount, currency) })}
        </Button>
      </p>
      {paying.error && <FailedNotice thrown={paying.error} />}
    </form>
  );
};

/** Paying bills online, below the patron's bills, with the latest online payments. Nothing is shown where no library takes such payments. */
export const PayOnline = () => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const { data } = useQuery({ queryKey: ['payables'], queryFn: readPayables });
  const { groups = [], payments = [] } = data ?? {};
  if (groups.length === 0 && payments.length === 0) return null;
  return (
    <div className="stack">
      {groups.length > 0 && (
        <section className="card stack" aria-labelledby="pay-online">
          <h3 id="pay-online">{t('pay.title')}</h3>
          <p className="quiet">{t('pay.meaning')}</p>
          {groups.map((group) => (
            <PayGroup key={`${group.account} ${group.currency}`} group={group} />
          ))}
        </section>
      )}
      {payments.length > 0 && (
        <section aria-labelledby="paid-online">
          <h3 id="paid-online">{t('pay.latest')}</h3>
          <ul className="rows">
            {payments.map(({ paymentId, at, state, amount, currency, refunded }) => (
              <li key={paymentId} className="row-card">
                <div className="row-body">
                  <Link to="/account/payments/$paymentId" params={{ paymentId }}>
                    {date(at)}
                  </Link>
                  <p className="quiet">
                    {t(`pay.${state}`)}
                    {refunded > 0 && ` · ${t('pay.refunded', { amount: money(refunded, currency) })}`}
                  </p>
                </div>
                <span className="amount">{money(amount, currency)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
