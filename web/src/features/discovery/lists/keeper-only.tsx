import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../../api/session.ts';
import { Empty } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** Content for signed-in patrons; others are asked to sign in and return to it. */
export const KeeperOnly = ({ back, children }: { back: string; children: ReactNode }) => {
  const t = useTranslate();
  const session = useSession();
  if (session?.kind === 'patron') return children;
  return (
    <div className="page">
      <h1>{t('lists.title')}</h1>
      <Empty title={t('lists.sign-in')}>
        <Link to="/sign-in" search={{ back }} className="call">
          {t('do.sign-in')}
        </Link>
      </Empty>
    </div>
  );
};
