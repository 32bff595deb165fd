import { Button } from '@mantine/core';
import { Icon } from '../../../components/icon.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** Shows a new secret once: the partner authenticates with it, and only its hash is stored. */
export const SecretOnce = ({ secret, until, onClose }: { secret: string; until?: string; onClose: () => void }) => {
  const t = useTranslate();
  return (
    <div className="notice notice-warn" role="alert">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{t('partners.secret-once')}</p>
        <p>
          <code className="secret">{secret}</code>
        </p>
        {until && <p>{t('partners.old-until', { time: until })}</p>}
        <Button size="sm" onClick={onClose}>
          {t('partners.secret-kept')}
        </Button>
      </div>
    </div>
  );
};
