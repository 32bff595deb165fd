import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { signedIn } from '../../../api/session.ts';
import { PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** The page to which the user pool returns staff; continues to the page they requested. */
export const SignedInPage = () => {
  const t = useTranslate();
  const router = useRouter();
  const [failed, setFailed] = useState(false);
  const begun = useRef(false);
  useTitle(t('do.sign-in'));
  useEffect(() => {
    // The code is valid for a single use; the guard also covers effects that run twice.
    if (begun.current) return;
    begun.current = true;
    import('../../../api/staff-sign-in.ts')
      .then(({ finishSignIn }) => finishSignIn())
      .then(({ token, seconds, back }) => {
        signedIn('staff', token, seconds);
        router.history.replace(back);
      })
      .catch(() => setFailed(true));
  }, [router]);
  if (!failed) return <PagePending />;
  return (
    <div className="page page-narrow">
      <h1>{t('do.sign-in')}</h1>
      <div className="notice notice-bad" role="alert">
        <p>
          {t('sign-in.failed')} <Link to="/sign-in">{t('do.again')}</Link>
        </p>
      </div>
    </div>
  );
};
