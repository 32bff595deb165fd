import { Button } from '@mantine/core';
import { Icon } from '../../../components/icon.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** A secret that is shown this once: the partner shows it to us, and here it is kept hashed only. */
export const SecretOnce = ({ secret, until, onClose }: { secret: string; until?: string; onClose: () => void }) => {
  const t = useTranslate();
  return (
    <div className="notice notice-mark" role="alert">
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
