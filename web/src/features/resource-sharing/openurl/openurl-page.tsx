import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { RecordLink } from '../shared/possible-records.tsx';
import { RequestForm } from '../shared/request-form.tsx';
import type { Citation } from '../shared/ways.ts';
import { Cited } from './cited.tsx';
import { Complete } from './complete.tsx';
import { firstQuery } from './first-query.ts';

type Resolved = Answered<'resource-sharing-resolve-openurl'>;

const useResolved = (query: string) =>
  useQuery({
    queryKey: ['openurl', query],
    queryFn: () =>
      take(api.GET('/v1/resource-sharing/openurl', { params: { query: {} }, querySerializer: () => query })),
    enabled: query !== '',
  });

const titleIn = ({ citation, record }: Resolved): string => citation.partTitle ?? citation.title ?? record?.title ?? '';

const Found = ({ resolved: { record, possible } }: { resolved: Resolved }) => {
  const t = useTranslate();
  if (!record && possible.length > 0) {
    return (
      <>
        <p>{t('openurl.may-be-held')}</p>
        <ul>
          {possible.map((one) => (
            <li key={one.recordId}>
              <RecordLink record={one} />
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (!record) return <p>{t('openurl.not-held')}</p>;
  return (
    <p>
      {t('openurl.held')} <RecordLink record={record} />
    </p>
  );
};

const Shown = ({ resolved, back }: { resolved: Resolved; back: string }) => {
  const t = useTranslate();
  const session = useSession();
  const [completed, setCompleted] = useState<Citation>();
  const citation = completed ?? resolved.citation;
  const missing = completed ? [] : resolved.missing;
  const title = titleIn({ ...resolved, citation });
  useTitle(title || t('openurl.title'));
  return (
    <>
      <h1>{title || t('openurl.title')}</h1>
      <Found resolved={resolved} />
      {missing.length > 0 && <Complete citation={citation} missing={missing} onComplete={setCompleted} />}
      {missing.length === 0 && session && (
        <RequestForm
          by={session.kind}
          wanted={{ citation, service: resolved.wants }}
          title={title}
          input={resolved.service}
        />
      )}
      {!session && (
        <Link to="/sign-in" search={{ back }} className="call">
          {t('hold.sign-in')}
        </Link>
      )}
      <section className="card" aria-labelledby="cited">
        <h2 id="cited">{t('openurl.cited')}</h2>
        <Cited citation={citation} note={resolved.service.note} />
      </section>
    </>
  );
};

/** The OpenURL target for links of databases and search engines: the citation, its availability in the consortium, and how to get it. */
export const OpenUrlPage = () => {
  const t = useTranslate();
  const now = useRouterState({ select: ({ location }) => location.searchStr });
  const query = firstQuery || now.replace(/^\?/, '');
  const { data, error, refetch } = useResolved(query);
  const isEmpty = query === '';
  return (
    <div className="page">
      {!data && <h1 className={isEmpty || error ? undefined : 'visually-hidden'}>{t('openurl.title')}</h1>}
      {isEmpty && (
        <Empty title={t('openurl.empty')}>
          <Link to="/search" className="call">
            {t('openurl.search')}
          </Link>
          <Link to="/cite">{t('cite.page')}</Link>
        </Empty>
      )}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!isEmpty && !data && !error && <Waiting rows={3} />}
      {data && <Shown resolved={data} back={`/openurl?${query}`} />}
    </div>
  );
};
