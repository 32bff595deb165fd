import { Link } from '@tanstack/react-router';
import { hashOf, numbersOf } from '../../../components/cover-art/hash.ts';
import { paletteOf } from '../../../components/cover-art/palettes.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { RelatedTitle } from './related-title.ts';

/** Returns the look of a spine: the colours of the title's cover, and a height and width that stay the same. */
const lookOf = ({ title, author = '' }: RelatedTitle) => {
  const hash = hashOf(title, author);
  const next = numbersOf(hash);
  const { ground, title: ink } = paletteOf(hash);
  return {
    background: ground,
    color: ink,
    height: `${8.5 + Math.round(next() * 7) * 0.4}rem`,
    width: `${2 + Math.round(next() * 4) * 0.3}rem`,
  };
};

/** Scrolls the row of an element so that it is in the middle. */
const toMiddle = (element: HTMLLIElement | null): void => {
  const row = element?.parentElement;
  if (row) row.scrollLeft = element.offsetLeft - row.clientWidth / 2;
};

/** The titles that stand beside a record on the shelf, as spines in shelf order; the record itself is marked and scrolled to the middle. */
export const Shelf = ({ titles, recordId, where }: { titles: RelatedTitle[]; recordId: string; where: string }) => {
  const t = useTranslate();
  // Alone on a shelf it has no neighbours.
  if (titles.length < 2) return null;
  return (
    <section aria-labelledby="shelf" className="shelf-beside">
      <h2 id="shelf">{t('related.shelf')}</h2> <span className="quiet">{where}</span>
      <ul>
        {titles.map((one) => (
          <li key={one.recordId} {...(one.recordId === recordId && { ref: toMiddle })}>
            <Link
              to="/record/$recordId"
              params={{ recordId: one.recordId }}
              className="book-spine"
              style={lookOf(one)}
              {...(one.recordId === recordId && { 'aria-current': 'true' })}
            >
              <span className="book-title">{one.title}</span>
              <span className="book-call">{one.callNumber}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
