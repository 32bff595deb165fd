import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useSay } from '../../../i18n/translate.ts';
import { Asks } from '../shared/asks.tsx';
import type { Wanted } from '../shared/ways.ts';
import { CiteForm } from './cite-form.tsx';

const route = getRouteApi('/cite');

/** Asks for what the catalogue does not have: what is known of it, then how it can be had. Staff ask for a patron. */
export const CiteRoom = () => {
  const say = useSay();
  const session = useSession();
  const { title = '' } = route.useSearch();
  const [cited, setCited] = useState<{ wanted: Wanted; title: string }>();
  useTitle(say('cite.room'));
  return (
    <div className="room">
      <h1>{say('cite.room')}</h1>
      <p className="quiet">{say('cite.meaning')}</p>
      {session ? (
        <CiteForm title={title} onCite={(wanted, named) => setCited({ wanted, title: named })} />
      ) : (
        <p>
          <Link
            to="/sign-in"
            search={{ back: title ? `/cite?${new URLSearchParams({ title })}` : '/cite' }}
            className="call"
          >
            {say('hold.sign-in')}
          </Link>
        </p>
      )}
      {/* What was asked for before is done with once something else is cited. */}
      {cited && session && <Asks key={JSON.stringify(cited.wanted)} by={session.kind} {...cited} />}
    </div>
  );
};
