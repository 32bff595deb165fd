import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Issue, missingOf, type Subscription, useIssueStep } from './serials.ts';

/** What becomes of the copy that was received: who gets it first. */
const Destination = ({ of }: { of: NonNullable<ReturnType<typeof useIssueStep>['data']> }) => {
  const t = useTranslate();
  if (!of.destination || of.destination === 'shelf') return null;
  return (
    <div className="notice" role="status">
      <div>
        <p className="notice-title">{t(`serial-goes.${of.destination}`)}</p>
        <ol>
          {of.routing?.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ol>
        <Button className="no-print" size="compact-sm" variant="default" onClick={() => window.print()}>
          {t('serials.print-slip')}
        </Button>
      </div>
    </div>
  );
};

/** Receives the next issue that is waited for: one press of Enter, after a scan of the barcode where items are made. */
export const CheckIn = ({ subscription, issue }: { subscription: Subscription; issue: Issue | undefined }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const step = useIssueStep(subscription.memberId);
  const [barcode, setBarcode] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!issue || step.isPending) return;
    const scanned = barcode.trim();
    const copies = scanned === '' ? missingOf(issue) : 1;
    step.mutate(
      { issue, step: { act: 'receive', copies, ...(scanned !== '' && { barcodes: [scanned] }) } },
      { onSuccess: () => setBarcode('') },
    );
  };
  return (
    <>
      {issue ? (
        <form className="row" aria-label={t('serials.check-in')} onSubmit={send}>
          <span>
            <b>{issue.label}</b> {t('serials.expected-on', { date: date(issue.expectedOn) })}
          </span>
          {subscription.item && (
            <TextInput
              size="sm"
              autoFocus
              maxLength={40}
              placeholder={t('serials.barcode')}
              aria-label={t('serials.barcode')}
              value={barcode}
              onChange={({ currentTarget: { value } }) => setBarcode(value)}
            />
          )}
          <Button type="submit" size="sm" autoFocus={!subscription.item}>
            {t('serials.receive', { count: barcode.trim() === '' ? missingOf(issue) : 1 })}
          </Button>
        </form>
      ) : (
        <p className="quiet">{t('serials.none-awaited')}</p>
      )}
      <p role="status">{step.isSuccess && t('serials.received', { label: step.data.issue.label })}</p>
      {step.data && <Destination of={step.data} />}
      {step.error && <FailedNotice thrown={step.error} />}
    </>
  );
};
