import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** Shows a new secret once, with a button that copies it. */
export const SecretOnce = ({ secret }: { secret: string }) => {
  const t = useTranslate();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="notice notice-warn" role="alert">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{t('webhooks.secret-once')}</p>
        <p className="barcode">{secret}</p>
        <p className="row">
          <Button size="sm" onClick={() => void navigator.clipboard.writeText(secret).then(() => setIsCopied(true))}>
            {t('webhooks.copy')}
          </Button>
          <span role="status">{isCopied && t('webhooks.copied')}</span>
        </p>
      </div>
    </div>
  );
};
