import { Button } from '@mantine/core';
import { Icon } from '../../../components/icon.tsx';
import { useSay } from '../../../i18n/translate.ts';

/** A secret that is shown this once: the partner shows it to us, and here it is kept hashed only. */
export const SecretOnce = ({ secret, until, onClose }: { secret: string; until?: string; onClose: () => void }) => {
  const say = useSay();
  return (
    <div className="notice notice-mark" role="alert">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{say('partners.secret-once')}</p>
        <p>
          <code className="secret">{secret}</code>
        </p>
        {until && <p>{say('partners.old-until', { time: until })}</p>}
        <Button size="sm" onClick={onClose}>
          {say('partners.secret-kept')}
        </Button>
      </div>
    </div>
  );
};
