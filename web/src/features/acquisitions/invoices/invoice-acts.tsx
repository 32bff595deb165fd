import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { useBuying } from '../shared/use-buying.ts';
import { type InvoiceStepBody, type Shown, useInvoiceStep } from './invoices.ts';

type Act = InvoiceStepBody['step']['act'];
type Props = { shown: Shown; may: ReturnType<typeof useBuying> };

/** The day of a payment and its reference. */
const Payment = ({
  doing,
  send,
  away,
}: {
  doing: { isPending: boolean; error: Error | null };
  send: (step: InvoiceStepBody['step']) => void;
  away: () => void;
}) => {
  const t = useTranslate();
  const zone = usePlaceZone();
  const [on, setOn] = useState(placeTime(zone, new Date()).day);
  const [reference, setReference] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (on !== '' && reference.trim() !== '') send({ act: 'pay', on, reference: reference.trim() });
  };
  return (
    <form className="stack" aria-label={t('invoices.pay')} onSubmit={submit}>
      <div className="invoice-fields">
        <TextInput
          size="sm"
          type="date"
          required
          label={t('invoices.paid-on')}
          value={on}
          onChange={({ currentTarget: { value } }) => setOn(value)}
        />
        <TextInput
          size="sm"
          required
          maxLength={60}
          label={t('invoices.reference')}
          value={reference}
          onChange={({ currentTarget: { value } }) => setReference(value)}
        />
      </div>
      <p className="row">
        <Button type="submit" size="sm" loading={doing.isPending}>
          {t('invoices.pay')}
        </Button>
        <Button size="sm" variant="default" onClick={away}>
          {t('do.not-now')}
        </Button>
      </p>
      {doing.error && <FailedNotice thrown={doing.error} />}
    </form>
  );
};

/** Returns what a person may do with an invoice in its state, as the API permits. */
const actsOf = ({ shown: { invoice, isPreparer }, may }: Props): Act[] => {
  const mayEnter = may.mayOrder || may.mayAllocate;
  switch (invoice.state) {
    case 'open':
      return mayEnter ? ['submit', 'cancel'] : [];
    case 'reviewed':
      return [
        ...(may.mayApprove && !isPreparer ? (['approve'] as const) : []),
        ...(may.mayApprove ? (['reject'] as const) : []),
        ...(mayEnter ? (['cancel'] as const) : []),
      ];
    case 'approved':
      return may.mayAllocate ? ['pay', 'cancel'] : [];
    case 'paid':
      return may.mayAllocate ? ['cancel'] : [];
    default:
      return [];
  }
};

/** What may be done with an invoice now: approve, send back, pay, cancel. One that does not match is approved with a reason. */
export const InvoiceActs = (props: Props) => {
  const { shown } = props;
  const { invoice, isPreparer, matches } = shown;
  const t = useTranslate();
  const step = useInvoiceStep(invoice.memberId, invoice.invoiceId);
  const [asking, setAsking] = useState<Act>();
  const isHeld = matches.some(({ differs }) => differs.length > 0);
  const needsReason = (act: Act): boolean =>
    act === 'reject' || act === 'cancel' || (isHeld && (act === 'submit' || act === 'approve'));
  const go = (asked: InvoiceStepBody['step']): void => step.mutate({ step: asked, v: invoice.v });
  const withReason = (act: Act, reason: string): void => {
    if (act !== 'pay') go({ act, reason });
  };
  if (asking === 'pay') return <Payment doing={step} send={go} away={() => setAsking(undefined)} />;
  if (asking)
    return (
      <ReasonedForm
        act={t(`invoices.${asking}`)}
        meaning={t(`invoices.${asking}-meaning`)}
        doing={step}
        send={(reason) => withReason(asking, reason)}
        away={() => setAsking(undefined)}
      />
    );
  const acts = actsOf(props);
  return (
    <>
      {invoice.state === 'reviewed' && <p>{t(isPreparer ? 'invoices.own-waits' : 'invoices.waits')}</p>}
      {isHeld && (invoice.state === 'open' || invoice.state === 'reviewed') && <p>{t('invoices.held')}</p>}
      <p className="row">
        {acts.map((act) => (
          <Button
            key={act}
            size="sm"
            variant={act === 'cancel' || act === 'reject' ? 'default' : 'filled'}
            loading={step.isPending}
            onClick={() => {
              if (act === 'pay' || needsReason(act)) setAsking(act);
              else if (act === 'submit' || act === 'approve') go({ act });
            }}
          >
            {t(`invoices.${act}`)}
          </Button>
        ))}
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </>
  );
};
