import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { RequestForm } from '../shared/request-form.tsx';
import type { Wanted } from '../shared/ways.ts';
import { CiteForm } from './cite-form.tsx';

const route = getRouteApi('/cite');

/** Asks for what the catalogue does not have: what is known of it, then how it can be had. Staff ask for a patron. */
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
      {/* What was asked for before is done with once something else is cited. */}
      {cited && session && <RequestForm key={JSON.stringify(cited.wanted)} by={session.kind} {...cited} />}
    </div>
  );
};
