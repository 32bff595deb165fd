import { Button } from '@mantine/core';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useDeskMark } from '../../../api/desk-mark.ts';
import { useLeaving } from '../../../api/session.ts';
import { useSignUpRules } from '../../../api/sign-up-rules.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { PatronForm } from './patron-form.tsx';
import './sign-in.css';
import { landingPage, pageAfterSignIn } from '../../../api/landing-page.ts';

const route = getRouteApi('/sign-in');

const StaffSignIn = ({ back }: { back: string }) => {
  const t = useTranslate();
  const [failed, setFailed] = useState<unknown>();
  const go = async (): Promise<void> => {
    const { goToSignIn } = await import('../../../api/staff-sign-in.ts');
    await goToSignIn(back);
  };
  return (
    <section className="card" aria-labelledby="staff-sign-in">
      <h2 id="staff-sign-in">{t('sign-in.staff')}</h2>
      <p className="quiet">{t('sign-in.staff-meaning')}</p>
      <Button variant="default" onClick={() => void go().catch(setFailed)}>
        {t('do.staff-sign-in')}
      </Button>
      {failed !== undefined && <FailedNotice thrown={failed} />}
    </section>
  );
};

const DeskSignIn = lazyComponent(() => import('./desk-sign-in.tsx'), 'DeskSignIn');

/** The sign-in page: patrons by card and PIN, staff by their account. */
export const SignInPage = () => {
  const t = useTranslate();
  const router = useRouter();
  const { back } = route.useSearch();
  const leaving = useLeaving();
  const isDesk = useDeskMark() !== undefined;
  const { data: rules } = useSignUpRules();
  useTitle(t('do.sign-in'));
  return (
    <div className="page page-narrow">
      <h1>{t('do.sign-in')}</h1>
      {leaving === 'expired' && <p className="notice notice-warn">{t('sign-in.expired')}</p>}
      {isDesk && (
        <Suspense>
          <DeskSignIn back={back ?? landingPage} />
        </Suspense>
      )}
      <PatronForm done={() => router.history.push(pageAfterSignIn(back ?? '/account'))} />
      <p>
        <Link to="/forgotten-pin">{t('forgotten-pin.link')}</Link>
        {rules?.open && (
          <>
            {' · '}
            <Link to="/sign-up">{t('sign-up.link')}</Link>
          </>
        )}
      </p>
      <StaffSignIn back={back ?? landingPage} />
    </div>
  );
};
