import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { providerEvents } from './provider-event-names.ts';

/** Shows what an administrator enters at the provider: the address for its events, to copy, and the events. */
export const ProviderEvents = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const [isCopied, setIsCopied] = useState(false);
  const address = `${location.origin}/v1/payments/events/${memberId}`;
  return (
    <section className="stack" aria-labelledby="provider-events">
      <h3 id="provider-events">{t('payment-account.events')}</h3>
      <p className="quiet">{t('payment-account.events-meaning')}</p>
      <p className="row">
        <span className="barcode">{address}</span>
        <Button
          size="xs"
          variant="default"
          onClick={() => void navigator.clipboard.writeText(address).then(() => setIsCopied(true))}
        >
          {t('payment-account.copy')}
        </Button>
        <span role="status">{isCopied && t('payment-account.copied')}</span>
      </p>
      <ul>
        {providerEvents.map((name) => (
          <li key={name}>
            <span className="barcode">{name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
