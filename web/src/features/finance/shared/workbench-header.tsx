import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBench } from './workbench.ts';
import './workbench.css';

/** The layout of the workbench pages: heading, links to the other pages, and access check. */
export const Bench = ({ title, back, children }: { title: string; back: string; children: ReactNode }) => {
  const t = useTranslate();
  const session = useSession();
  const { who, mayEnter, readsAll } = useBench();
  useTitle(title);
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide bench">
      <div className="desk-head">
        <h1>{title}</h1>
        <nav className="row" aria-label={t('workbench.pages')}>
          <Link to="/workbench">{t('workbench.scenarios')}</Link>
          <Link to="/workbench/figures">{t('workbench.figures')}</Link>
          {readsAll && <Link to="/workbench/compare">{t('workbench.compare')}</Link>}
        </nav>
      </div>
      {!session && <StaffSignIn back={back} />}
      {session && !mayEnter && <Empty title={t('workbench.not-here')} />}
      {mayEnter && children}
    </div>
  );
};
