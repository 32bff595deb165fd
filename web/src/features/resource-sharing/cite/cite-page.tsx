import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { RequestForm } from '../shared/request-form.tsx';
import type { Wanted } from '../shared/ways.ts';
import { CiteForm } from './cite-form.tsx';

const route = getRouteApi('/cite');

/** The page to request what the catalogue lacks: the citation, then the supply options. Staff request for a patron. */
export const CitePage = () => {
  const t = useTranslate();
  const session = useSession();
  const { title = '' } = route.useSearch();
  const [cited, setCited] = useState<{ wanted: Wanted; title: string }>();
  useTitle(t('cite.page'));
  return (
    <div className="page">
      <h1>{t('cite.page')}</h1>
      <p className="quiet">{t('cite.meaning')}</p>
      {session ? (
        <CiteForm title={title} onCite={(wanted, named) => setCited({ wanted, title: named })} />
      ) : (
        <p>
          <Link
            to="/sign-in"
            search={{ back: title ? `/cite?${new URLSearchParams({ title })}` : '/cite' }}
            className="call"
          >
            {t('hold.sign-in')}
          </Link>
        </p>
      )}
      {/* The key resets the request when another citation is entered. */}
      {cited && session && <RequestForm key={JSON.stringify(cited.wanted)} by={session.kind} {...cited} />}
    </div>
  );
};
