import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { download } from '../../../components/download.ts';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { useBuying } from '../shared/use-buying.ts';
import { loadOrderFile, missingOf, notInvoicedOf, type Order, type StepBody, useStep } from './orders.ts';

type Asked = 'reject' | 'withdraw' | 'cancel' | 'close';
type Doing = ReturnType<typeof useStep>;
type Props = { order: Order; isPreparer: boolean; may: ReturnType<typeof useBuying> };

const placed: readonly Order['state'][] = ['placed', 'partly-received'];

/** A step that needs a reason; a cancellation is of one line or of all. */
const WithReason = ({ order, act, doing, away }: { order: Order; act: Asked; doing: Doing; away: () => void }) => {
  const t = useTranslate();
  const [line, setLine] = useState('');
  const [isWithout, setIsWithout] = useState(false);
  const notInvoiced = act === 'close' ? order.lines.reduce((sum, one) => sum + notInvoicedOf(one), 0) : 0;
  const stepOf = (reason: string): StepBody['step'] => {
    if (act === 'cancel') return { act, reason, ...(line !== '' && { line: Number(line) }) };
    return act === 'close' && notInvoiced > 0 ? { act, reason, withoutInvoice: true } : { act, reason };
  };
  const open = order.lines.filter((one) => missingOf(one) > 0);
  return (
    <ReasonedForm
      act={t(`orders.${act}`)}
      meaning={t(`orders.${act}-meaning`)}
      isComplete={notInvoiced === 0 || isWithout}
      doing={doing}
      send={(reason) => doing.mutate({ step: stepOf(reason), v: order.v })}
      away={away}
    >
      {notInvoiced > 0 && (
        <Checkbox
          size="sm"
          label={t('orders.without-invoice', { count: notInvoiced })}
          checked={isWithout}
          onChange={({ currentTarget: { checked } }) => setIsWithout(checked)}
        />
      )}
      {act === 'cancel' && placed.includes(order.state) && open.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('orders.cancel-what')}
          value={line}
          data={[
            { value: '', label: t('orders.cancel-all') },
            ...open.map(({ number, title }) => ({ value: String(number), label: title })),
          ]}
          onChange={({ currentTarget: { value } }) => setLine(value)}
        />
      )}
    </ReasonedForm>
  );
};

const reasonedActs = ({ order: { state }, may }: Props): Asked[] => [
  ...(may.mayApprove && state === 'waiting' ? (['reject'] as const) : []),
  ...(may.mayOrder && state === 'placed' ? (['withdraw'] as const) : []),
  ...(may.mayOrder && ['draft', 'waiting', ...placed].includes(state) ? (['cancel'] as const) : []),
  ...(may.mayOrder && state === 'received' ? (['close'] as const) : []),
];

/** Saves a placed order as a file that the vendor's system reads. */
const SaveFile = ({ order: { memberId, orderId } }: { order: Order }) => {
  const t = useTranslate();
  const load = useMutation({ mutationFn: () => loadOrderFile(memberId, orderId) });
  const save = (): void =>
    load.mutate(undefined, { onSuccess: ({ name, bytes }) => download(name, bytes, 'application/edifact') });
  return (
    <>
      <Button size="sm" variant="default" loading={load.isPending} onClick={save}>
        {t('orders.save-file')}
      </Button>
      {load.error && <FailedNotice thrown={load.error} />}
    </>
  );
};

/** What may be done with an order now: place, approve, send back, withdraw, cancel, close. */
export const OrderActs = (props: Props) => {
  const { order, isPreparer, may } = props;
  const t = useTranslate();
  const step = useStep(order.memberId, order.orderId);
  const [asking, setAsking] = useState<Asked>();
  const go = (act: 'place' | 'approve'): void => step.mutate({ step: { act }, v: order.v });
  if (order.state === 'draft' && step.error && asProblem(step.error).code === 'duplicate-title')
    return (
      <ReasonedForm
        act={t('orders.place-anyway')}
        meaning={t('orders.place-anyway-meaning')}
        doing={step}
        send={(reason) => step.mutate({ step: { act: 'place', reason }, v: order.v })}
        away={() => step.reset()}
      />
    );
  if (asking) return <WithReason order={order} act={asking} doing={step} away={() => setAsking(undefined)} />;
  const mayApprove = may.mayApprove && order.state === 'waiting';
  return (
    <>
      {order.state === 'waiting' && <p>{t(isPreparer ? 'orders.own-waits' : 'orders.waits')}</p>}
      {order.state === 'received' && <p className="quiet">{t('orders.received-meaning')}</p>}
      <p className="row">
        {may.mayOrder && order.state === 'draft' && (
          <Button size="sm" loading={step.isPending} onClick={() => go('place')}>
            {t('orders.place')}
          </Button>
        )}
        {mayApprove && !isPreparer && (
          <Button size="sm" loading={step.isPending} onClick={() => go('approve')}>
            {t('orders.approve')}
          </Button>
        )}
        {[...placed, 'received'].includes(order.state) && <SaveFile order={order} />}
        {(may.mayOrder || may.mayAllocate) && order.lines.some((line) => notInvoicedOf(line) > 0) && (
          <Button
            size="sm"
            variant="default"
            renderRoot={(props: object) => (
              <Link to="/invoices" search={{ member: order.memberId, enter: order.orderId }} {...props} />
            )}
          >
            {t('orders.enter-invoice')}
          </Button>
        )}
        {reasonedActs(props).map((act) => (
          <Button key={act} size="sm" variant="default" onClick={() => setAsking(act)}>
            {t(`orders.${act}`)}
          </Button>
        ))}
      </p>
      {step.error && <FailedNotice thrown={step.error} />}
    </>
  );
};
