import { getRouteApi, Link } from '@tanstack/react-router';
import { Announce } from '../../../components/announce.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import './browse.css';
import { BrowseForm } from './browse-form.tsx';
import { type Browsing, browsingOf, useHeadings } from './browsing.ts';
import { HeadingList } from './heading-list.tsx';

const route = getRouteApi('/browse');

/** The links to the previous and next page. */
const Pager = ({
  browsing,
  page,
}: {
  browsing: Browsing;
  page: NonNullable<ReturnType<typeof useHeadings>['data']>;
}) => {
  const t = useTranslate();
  const [first, last] = [page.headings[0], page.headings.at(-1)];
  const { list, member } = browsing;
  return (
    <nav className="row" aria-label={t('browse.pages')}>
      {!page.first && first && (
        <Link to="/browse" search={browsingOf({ list, member, at: first.at, back: '1' })}>
          {t('browse.earlier')}
        </Link>
      )}
      {!page.last && last && (
        <Link to="/browse" search={browsingOf({ list, member, at: last.at })}>
          {t('browse.later')}
        </Link>
      )}
    </nav>
  );
};

/** The page to browse authors, titles, subjects and call numbers. */
export const BrowsePage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const browsing = route.useSearch();
  const { data: page, error, refetch, isPlaceholderData } = useHeadings(browsing);
  useTitle(t('browse.title'));
  return (
    <div className="page">
      <h1>{t('browse.title')}</h1>
      <BrowseForm browsing={browsing} />
      <section aria-label={textOf('browse-list', browsing.list ?? 'author')} aria-busy={isPlaceholderData}>
        <Announce text={page && !isPlaceholderData ? t('browse.shown', { count: page.headings.length }) : ''} />
        {error && !page && <FailedNotice thrown={error} again={() => void refetch()} />}
        {!page && !error && <Waiting rows={6} height={40} />}
        {page && page.headings.length === 0 && <Empty title={t('browse.none')} />}
        {page && page.headings.length > 0 && (
          <>
            <HeadingList browsing={browsing} headings={page.headings} position={page.position} />
            <Pager browsing={browsing} page={page} />
          </>
        )}
      </section>
    </div>
  );
};
