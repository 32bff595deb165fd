import { useSay } from '../../../i18n/translate.ts';
import type { Row } from './requests.ts';

type Cited = Pick<Row, 'title' | 'citation' | 'recordId'>;

/** What a request is for, in one line: the part that is wanted before the whole it is in. */
export const useTitleOf = (): ((row: Cited) => string) => {
  const say = useSay();
  return ({ title, citation }) => citation?.partTitle ?? title ?? say('loans.untitled');
};

/** What is known of a part or an edition, as one looks for it on a shelf: author, source, volume, pages. */
export const WantedLine = ({ row: { title, citation } }: { row: Cited }) => {
  const say = useSay();
  if (citation === undefined) return null;
  const { partTitle, author, partAuthor, edition, volume, issue, pages, date } = citation;
  const parts = [
    partAuthor ?? author,
    partTitle !== undefined && title !== undefined && say('loans.in', { title }),
    volume !== undefined && say('loans.volume', { volume }),
    issue !== undefined && say('loans.issue', { issue }),
    pages !== undefined && say('loans.pages', { pages }),
    edition,
    date,
  ];
  const known = parts.filter(Boolean);
  return known.length > 0 ? <p className="quiet">{known.join(' · ')}</p> : null;
};
