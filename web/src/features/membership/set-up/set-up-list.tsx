import { Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Waiting } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Part, parts, useCoverCredits, useSetUp } from './use-set-up.ts';

/** What of a library's set-up is done and what is left, each with the page where it is done. */
export const SetUpList = ({ member }: { member: Parameters<typeof useSetUp>[0] }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const done = useSetUp(member);
  const isAdmin = hasRole(useWho(), 'admin');
  const covers = useCoverCredits();
  if (!done) return <Waiting rows={7} height={40} />;
  const shown = (Object.keys(parts) as Part[]).filter((part) => done[part] !== undefined);
  const left = shown.filter((part) => !done[part]).length;
  const columns: Column<Part>[] = [
    {
      ...{ key: 'part', head: t('set-up.part') },
      cell: (part) => (
        <>
          {textOf('set-up-part', part)}
          <span className="data-second">{textOf('set-up-meaning', part)}</span>
        </>
      ),
    },
    {
      ...{ key: 'state', head: t('set-up.state') },
      cell: (part) => (
        <Badge tone={done[part] ? 'good' : 'warn'} icon={done[part] ? 'yes' : 'warn'}>
          {t(done[part] ? 'set-up.done' : 'set-up.to-do')}
        </Badge>
      ),
    },
    {
      ...{ key: 'page', head: t('set-up.page') },
      cell: (part) => <Link to={parts[part]}>{textOf('set-up-page', part)}</Link>,
    },
  ];
  return (
    <section aria-labelledby="set-up-of" className="stack">
      <h2 id="set-up-of">{t('set-up.of', { name: member.name })}</h2>
      <p role="status">{t('set-up.left', { count: left })}</p>
      <DataTable
        name={t('set-up.of', { name: member.name })}
        columns={columns}
        rows={shown}
        rowKey={(part) => part}
        empty={null}
      />
      {isAdmin && covers && (
        <p className="row">
          <Link to="/cover-providers">{t('set-up.covers')}</Link>
          <span className="quiet">{t('set-up.cover-providers', { count: covers.credits.length })}</span>
        </p>
      )}
      <p className="row">
        <Link to="/migration">{t('set-up.migration')}</Link>
        <Link to="/patrons/new">{t('set-up.patron')}</Link>
        <Link to="/desk">{t('set-up.desk-page')}</Link>
      </p>
    </section>
  );
};
