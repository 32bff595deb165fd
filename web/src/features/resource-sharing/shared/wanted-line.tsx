import { useTranslate } from '../../../i18n/translate.ts';
import type { Row } from './requests.ts';

type Cited = Pick<Row, 'title' | 'citation' | 'recordId'>;

/** Returns a function that gives a request's title in one line: the part before the whole. */
export const useTitleOf = (): ((row: Cited) => string) => {
  const t = useTranslate();
  return ({ title, citation }) => citation?.partTitle ?? title ?? t('loans.untitled');
};

/** The details of a part or edition needed to find it on a shelf: author, source, volume, pages. */
export const WantedLine = ({ row: { title, citation } }: { row: Cited }) => {
  const t = useTranslate();
  if (citation === undefined) return null;
  const { partTitle, author, partAuthor, edition, volume, issue, pages, date } = citation;
  const parts = [
    partAuthor ?? author,
    partTitle !== undefined && title !== undefined && t('loans.in', { title }),
    volume !== undefined && t('loans.volume', { volume }),
    issue !== undefined && t('loans.issue', { issue }),
    pages !== undefined && t('loans.pages', { pages }),
    edition,
    date,
  ];
  const known = parts.filter(Boolean);
  return known.length > 0 ? <p className="quiet">{known.join(' · ')}</p> : null;
};
