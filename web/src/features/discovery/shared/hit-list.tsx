import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Cover } from '../../../components/cover.tsx';
import { Icon, type IconName } from '../../../components/icon.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { PlaceHold } from './place-hold.tsx';
import { SaveTitle } from './save-title.tsx';
import type { Hit } from './use-hits.ts';

// Loaded after the hits are shown, and only where one is online.
const EBookState = lazyComponent(() => import('../../digital-lending/shared/e-book-state.tsx'), 'EBookState');

type State = { tone: 'good' | 'quiet'; icon: IconName; text: string; where?: string };

/** Returns where the title can be had now, the visitor's own library first. */
const useAvailability = (hit: Hit): State => {
  const t = useTranslate();
  const library = useSelectedLibrary();
  const { memberName } = useDirectory();
  const copies = hit.members.reduce((sum, member) => sum + member.copies, 0);
  const there = hit.members
    .filter(({ available }) => available > 0)
    .sort((a, b) => Number(b.memberId === library) - Number(a.memberId === library));
  const [first] = there;
  if (hit.isOnline && copies === 0) return { tone: 'good', icon: 'globe', text: t('hit.online') };
  if (!first) {
    const text = t(copies > 0 ? 'hit.all-out' : 'hit.no-copies', { count: copies });
    return { tone: 'quiet', icon: 'wait', text };
  }
  const more = there.length > 1 ? ` ${t('hit.available-more', { count: there.length - 1 })}` : '';
  return { tone: 'good', icon: 'yes', text: t('hit.available'), where: `${memberName(first.memberId)}${more}` };
};

const Availability = ({ hit }: { hit: Hit }) => {
  const { tone, icon, text, where } = useAvailability(hit);
  return (
    <div className="hit-state">
      <p className={tone}>
        <Icon name={icon} size={18} /> {text}
      </p>
      {where && <p className="quiet">{where}</p>}
      {hit.members.some(({ copies }) => copies > 0) && (
        <PlaceHold among of={{ recordId: hit.recordId, title: hit.title }} />
      )}
    </div>
  );
};

type Row = { hit: Hit; title?: ReactNode; children?: ReactNode };

/** A record of a result or list with the state of its copies; its actions are below. */
export const HitRow = ({ hit, title = hit.title, children }: Row) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { language } = useFormat();
  const { memberName } = useDirectory();
  const facts = [
    textOf('format', hit.format),
    hit.year === undefined ? '' : String(hit.year),
    hit.publishers[0] ?? '',
    hit.edition ?? '',
    hit.languages.map(language).join(', '),
  ].filter(Boolean);
  return (
    <li className="hit">
      <Cover {...hit} />
      <div className="hit-body">
        <h2 className="hit-title">
          <Link to="/record/$recordId" params={{ recordId: hit.recordId }}>
            {title}
          </Link>
        </h2>
        {hit.otherTitle && <p className="hit-other">{hit.otherTitle}</p>}
        {(hit.responsibility || hit.author) && <p className="hit-by">{hit.responsibility || hit.author}</p>}
        <p className="quiet">{facts.join(' · ')}</p>
        {hit.shelvedAs && <p>{t('hit.shelved-as', { ...hit.shelvedAs, name: memberName(hit.shelvedAs.memberId) })}</p>}
        {hit.work && hit.editions !== undefined && hit.editions > 1 && (
          <p>
            <Link to="/search" search={{ work: hit.work }}>
              {t('hit.editions', { count: hit.editions })}
            </Link>
          </p>
        )}
        {children}
      </div>
      <Availability hit={hit} />
    </li>
  );
};

type Shown = { hits: readonly Hit[]; dim: boolean; titleOf?: (hit: Hit) => ReactNode };

/** The records found. `dim` while they belong to the previous search. */
export const HitList = ({ hits, dim, titleOf }: Shown) => {
  const online = hits.filter(({ isOnline }) => isOnline).map(({ recordId }) => recordId);
  return (
    <ol className={`hits${dim ? ' dim' : ''}`}>
      {hits.map((hit) => (
        <HitRow key={hit.recordId} hit={hit} title={titleOf?.(hit)}>
          {hit.isOnline && (
            <Suspense fallback={null}>
              <EBookState recordId={hit.recordId} all={online} />
            </Suspense>
          )}
          <SaveTitle recordId={hit.recordId} title={hit.title} />
        </HitRow>
      ))}
    </ol>
  );
};
