import { Icon } from '../../../../components/icon.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import './offline.css';

/** Says that the API cannot be reached and what the desk does meanwhile. */
export const OfflineBar = () => {
  const t = useTranslate();
  return (
    <div className="offline-bar" role="alert">
      <Icon name="warn" />
      <p>
        <strong>{t('offline.title')}</strong> {t('offline.meaning')}
      </p>
    </div>
  );
};
