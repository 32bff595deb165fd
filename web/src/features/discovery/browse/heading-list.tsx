import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { HitList } from '../shared/hit-list.tsx';
import { type Browsing, browsingOf, type Heading, useHeadingRecords } from './browsing.ts';

/** The records of a heading, when expanded. */
const HeadingRecords = ({ browsing, heading }: { browsing: Browsing; heading: string }) => {
  const t = useTranslate();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useHeadingRecords(browsing, heading);
  if (error && !data) return <FailedNotice thrown={error} />;
  if (!data) return <Waiting rows={2} height={132} />;
  return (
    <>
      <HitList hits={data.pages.flatMap(({ hits }) => hits)} dim={false} />
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('search.more')}
        </Button>
      )}
    </>
  );
};

const Reference = ({ browsing, of: { see, seeAlso } }: { browsing: Browsing; of: Heading }) => {
  const t = useTranslate();
  const there = see ?? seeAlso;
  return (
    <span>
      {t(see ? 'browse.see' : 'browse.see-also')}{' '}
      <Link to="/browse" search={browsingOf({ ...browsing, from: undefined, back: undefined, at: there?.at })}>
        {there?.heading}
      </Link>
    </span>
  );
};

/** A heading: a reference, a link to its only record, or a link that expands its records. */
const HeadingRow = ({ browsing, of }: { browsing: Browsing; of: Heading }) => {
  const t = useTranslate();
  const isOpen = browsing.heading === of.at;
  const one = of.count === 1 ? of.record : undefined;
  const leads = of.see !== undefined || of.seeAlso !== undefined;
  return (
    <li className="heading" aria-current={isOpen ? 'true' : undefined}>
      <span className="heading-text" dir="auto">
        {leads && of.heading}
        {!leads && one && (
          <Link to="/record/$recordId" params={{ recordId: one.recordId }}>
            {of.heading}
          </Link>
        )}
        {!leads && !one && (
          <Link
            to="/browse"
            search={browsingOf({ ...browsing, heading: isOpen ? undefined : of.at })}
            resetScroll={false}
          >
            {of.heading}
          </Link>
        )}
      </span>
      {leads ? (
        <Reference browsing={browsing} of={of} />
      ) : (
        <span className="quiet">
          {one && one.title !== of.heading ? one.title : t('browse.count', { count: of.count })}
        </span>
      )}
      {isOpen && <HeadingRecords browsing={browsing} heading={of.at} />}
    </li>
  );
};

/** A page of a list in order. `position` is where the entered words would be sorted. */
export const HeadingList = ({
  browsing,
  headings,
  position,
}: {
  browsing: Browsing;
  headings: readonly Heading[];
  position: number;
}) => {
  const t = useTranslate();
  return (
    <ol className="headings">
      {headings.map((of, i) => [
        i === position && browsing.from && (
          <li key="here" className="here">
            <span>{t('browse.here', { query: browsing.from })}</span>
          </li>
        ),
        <HeadingRow key={`${of.at} ${(of.see ?? of.seeAlso)?.at ?? ''}`} browsing={browsing} of={of} />,
      ])}
    </ol>
  );
};
