import { useRouter } from '@tanstack/react-router';
import { useDeskMark } from '../../../api/desk-mark.ts';
import { pageAfterSignIn } from '../../../api/landing-page.ts';
import { DeskPassForm } from '../../../components/desk-pass-form.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** The sign-in by badge or code at a shared desk. */
export const DeskSignIn = ({ back }: { back: string }) => {
  const t = useTranslate();
  const router = useRouter();
  const desk = useDeskMark();
  const path = pageAfterSignIn(back);
  return (
    <section className="card" aria-labelledby="desk-sign-in">
      <h2 id="desk-sign-in">{t('desk-lock.sign-in', { name: desk?.name ?? '' })}</h2>
      <DeskPassForm done={() => router.history.push(path)} />
    </section>
  );
};
