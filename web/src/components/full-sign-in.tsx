import { Button } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

/** A button for the full sign-in of staff, which comes back to this page. */
export const FullSignIn = () => {
  const t = useTranslate();
  const go = async (): Promise<void> => {
    const { goToSignIn } = await import('../api/staff-sign-in.ts');
    await goToSignIn(`${location.pathname}${location.search}`);
  };
  return (
    <Button variant="default" size="xs" onClick={() => void go()}>
      {t('do.sign-in-fully')}
    </Button>
  );
};
