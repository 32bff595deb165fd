import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Cover, withoutDates } from '../../../components/cover.tsx';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { RelatedTitle } from './related-title.ts';
import { Shelf } from './shelf.tsx';
import './related-titles.css';

const useRelated = (recordId: string) => {
  const library = useSelectedLibrary();
  return useQuery({
    queryKey: ['related', recordId, library],
    queryFn: () =>
      take(
        api.GET('/v1/discovery/records/{recordId}/related', {
          params: { path: { recordId }, query: library ? { member: library, portal: library } : {} },
        }),
      ),
    staleTime: 10 * 60_000,
    // The page is complete without it.
    retry: false,
  });
};

const CoverRow = ({
  title,
  id,
  titles,
  isWork,
}: {
  title: string;
  id: string;
  titles: RelatedTitle[];
  isWork: boolean;
}) => {
  const textOf = useTextOf();
  const { language } = useFormat();
  if (titles.length === 0) return null;
  return (
    <section aria-labelledby={id} className="related">
      <h2 id={id}>{title}</h2>
      <ul>
        {titles.map((one) => (
          <li key={one.recordId}>
            <Cover {...one} large />
            <Link to="/record/$recordId" params={{ recordId: one.recordId }}>
              {one.title}
            </Link>
            <span className="quiet">
              {isWork
                ? one.author && withoutDates(one.author)
                : [one.year, textOf('format', one.format), one.languages.map(language).join(', ')]
                    .filter(Boolean)
                    .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The titles related to a record: other editions, its neighbours on the shelf of the visitor's library (of all without one), similar titles. */
export const RelatedTitles = ({ recordId }: { recordId: string }) => {
  const t = useTranslate();
  const library = useSelectedLibrary();
  const { memberName } = useDirectory();
  const { data } = useRelated(recordId);
  if (!data) return null;
  return (
    <>
      <CoverRow id="editions" title={t('related.editions')} titles={data.editions} isWork={false} />
      <Shelf
        titles={data.shelf}
        recordId={recordId}
        where={library ? memberName(library) : t('related.all-libraries')}
      />
      <CoverRow id="similar" title={t('related.similar')} titles={data.similar} isWork />
    </>
  );
};
