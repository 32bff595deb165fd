import { Button } from '@mantine/core';
import { setPractice } from '../api/practice.ts';
import { useTranslate } from '../i18n/translate.ts';

const leave = (): void => {
  setPractice(undefined);
  location.assign('/today');
};

/** Says on every page of the Practice Library where the person is, and leads out of it. */
export const PracticeBanner = () => {
  const t = useTranslate();
  return (
    <aside className="practice-mark" aria-label={t('practice.title')}>
      <p>
        <strong>{t('practice.title')}</strong> {t('practice.deleted')}
      </p>
      <Button variant="default" size="xs" onClick={leave}>
        {t('practice.leave')}
      </Button>
    </aside>
  );
};
