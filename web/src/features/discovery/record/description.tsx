import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { type MessageKey, useTranslate } from '../../../i18n/translate.ts';
import type { RecordAnswer } from '../shared/record-answer.ts';

type About = RecordAnswer['description'];

const searched = (scope: 'author' | 'subject', terms: readonly string[]): ReactNode[] =>
  terms.map((term) => (
    <Link key={term} to="/search" search={{ q: term, scope }}>
      {term}
    </Link>
  ));

/** Returns the titles of a contents note (505), which separates them by two hyphens. */
const contentsOf = (note: string): string[] => note.split(/\s+--\s+/);

const rowsOf = (of: About): [MessageKey, ReactNode[]][] => [
  // The page begins with the first.
  ['record.summary', of.summaries.slice(1)],
  [
    'record.contributors',
    searched(
      'author',
      of.contributors.map(({ name }) => name),
    ),
  ],
  ['record.published', [[of.places.join(', '), of.publishers.join(', ')].filter(Boolean).join(': ')]],
  ['record.extent', [of.extent]],
  ['record.series', of.series],
  ['record.subjects', searched('subject', of.subjects)],
  ['record.contents', of.contents.flatMap(contentsOf)],
  ['record.isbn', of.isbn13],
  ['record.issn', of.issn],
];

const Links = ({ links }: { links: About['links'] }) => {
  const t = useTranslate();
  if (links.length === 0) return null;
  return (
    <ul className="record-links">
      {links.map(({ url, label, isFullText }) => (
        <li key={url}>
          <a href={url} rel="noreferrer">
            <Icon name="globe" size={16} /> {label || t(isFullText ? 'record.read-online' : 'record.link')}
          </a>
        </li>
      ))}
    </ul>
  );
};

/** The full description of the record, without empty fields. */
export const Description = ({ of, own }: { of: About; own: RecordAnswer['ownNotes'] }) => {
  const t = useTranslate();
  const rows = [...rowsOf(of), ['record.own-notes', own.map(({ text }) => text)] as const].map(
    ([key, values]) => [key, values.filter(Boolean)] as const,
  );
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t('record.about')}</h2>
      <Links links={of.links} />
      <dl className="facts">
        {rows.map(([key, values]) =>
          values.length === 0 ? null : (
            <Fragment key={key}>
              <dt>{t(key)}</dt>
              <dd>
                <ul>
                  {values.map((value, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a record's facts never change their order.
                    <li key={at} dir="auto">
                      {value}
                    </li>
                  ))}
                </ul>
              </dd>
            </Fragment>
          ),
        )}
      </dl>
    </section>
  );
};
