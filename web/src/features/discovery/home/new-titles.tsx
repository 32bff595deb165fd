import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Member } from '../../../api/directory.ts';
import { Cover, withoutDates } from '../../../components/cover.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import './home-parts.css';

const SHOWN = '12';

/** The titles that came last to the visitor's library, or of all, in one or two lines, each with whether a copy is on the shelf. */
export const NewTitles = ({ home }: { home: Member | undefined }) => {
  const t = useTranslate();
  const within = home ? { member: home.memberId } : {};
  const { data, error } = useQuery({
    queryKey: ['new-titles', home?.memberId],
    queryFn: () =>
      take(
        api.GET('/v1/discovery/search', {
          params: { query: { ...within, sort: 'arrived', group: 'works', format: 'book', limit: SHOWN } },
        }),
      ),
    staleTime: 30 * 60_000,
    retry: false,
  });
  return (
    <section aria-labelledby="new-titles" className="new-titles">
      <div className="desk-head">
        <h2 id="new-titles">{home ? t('home.new-at', { name: home.name }) : t('home.new')}</h2>
        <Link to="/search" search={{ ...within, sort: 'arrived' }}>
          {t('home.all-new')}
        </Link>
      </div>
      {error && <FailedNotice thrown={error} />}
      <ul aria-busy={!data}>
        {data?.hits.map((hit) => {
          const isIn = hit.members.some(({ available }) => available > 0);
          return (
            <li key={hit.recordId}>
              <Cover {...hit} large />
              <Link to="/record/$recordId" params={{ recordId: hit.recordId }}>
                {hit.title}
              </Link>
              {hit.author && <span className="quiet">{withoutDates(hit.author)}</span>}
              <span className={isIn ? 'good' : 'quiet'}>{t(isIn ? 'hit.available' : 'home.on-loan')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
