import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { useTranslate } from '../i18n/translate.ts';

/** The link by which staff sign in and return to a page; nothing for staff, who are signed in already. */
export const StaffSignIn = ({ back }: { back: string }) => {
  const t = useTranslate();
  const session = useSession();
  if (session?.kind === 'staff') return null;
  return (
    <Link to="/sign-in" search={{ back }} className="call">
      {t('do.staff-sign-in')}
    </Link>
  );
};
