import { useTranslate } from '../../../i18n/translate.ts';
import type { Row } from './requests.ts';

type Cited = Pick<Row, 'title' | 'citation' | 'recordId'>;

/** What a request is for, in one line: the part that is wanted before the whole it is in. */
export const useTitleOf = (): ((row: Cited) => string) => {
  const t = useTranslate();
  return ({ title, citation }) => citation?.partTitle ?? title ?? t('loans.untitled');
};

/** What is known of a part or an edition, as one looks for it on a shelf: author, source, volume, pages. */
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
