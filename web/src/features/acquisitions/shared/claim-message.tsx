import { Textarea } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Vendor } from '../orders/orders.ts';

type Props = { vendor: Vendor | undefined; name: string; subject: string; begin: string; lines: readonly string[] };

/** The message to a vendor about what was claimed: to send by e-mail or to print. */
export const ClaimMessage = ({ vendor, name, subject, begin, lines }: Props) => {
  const t = useTranslate();
  const account = vendor?.account === undefined ? [] : [t('orders.account', { account: vendor.account })];
  const text = [begin, ...account, '', ...lines, '', t('orders.claim-end')].join('\n');
  return (
    <div className="stack">
      <Textarea size="sm" readOnly autosize label={vendor?.name ?? name} value={text} />
      {vendor?.email !== undefined && (
        <p>
          <a
            href={`mailto:${vendor.email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`}
          >
            {t('orders.claim-send', { email: vendor.email })}
          </a>
        </p>
      )}
    </div>
  );
};
