import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../../api/session.ts';
import { Empty } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type ForPatrons = { back: string; title: string; ask: string; children: ReactNode };

/** Content for signed-in patrons; others are asked to sign in and return to it. */
export const KeeperOnly = ({ back, title, ask, children }: ForPatrons) => {
  const t = useTranslate();
  const session = useSession();
  if (session?.kind === 'patron') return children;
  return (
    <div className="page">
      <h1>{title}</h1>
      <Empty title={ask}>
        <Link to="/sign-in" search={{ back }} className="call">
          {t('do.sign-in')}
        </Link>
      </Empty>
    </div>
  );
};
