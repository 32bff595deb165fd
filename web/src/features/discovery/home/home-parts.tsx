import { NativeSelect } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { selectLibrary, useSelectedLibrary } from '../../../components/selected-library.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useHome } from '../shared/use-home.ts';
import { ChildrensLink } from './childrens-link.tsx';
import { ComingEvents } from './coming-events.tsx';
import { HomeToday } from './home-today.tsx';
import './home-parts.css';
import { MostRequested } from './most-requested.tsx';
import { MySummary } from './my-summary.tsx';
import { NewTitles } from './new-titles.tsx';
import { StaffPicks } from './staff-picks.tsx';
import { useHomeContent } from './use-home-content.ts';

/** The page of a branch shows all of its events. */
const EVENTS_SHOWN = 6;

const LibraryChoice = () => {
  const t = useTranslate();
  const library = useSelectedLibrary();
  const { members } = useDirectory();
  return (
    <NativeSelect
      className="library-choice"
      label={t('home.library')}
      description={t('home.library-meaning')}
      value={library}
      onChange={({ currentTarget }) => selectLibrary(currentTarget.value)}
      data={[
        { value: '', label: t('home.no-library') },
        ...members.map((one) => ({ value: one.memberId, label: one.name })),
      ]}
    />
  );
};

/** What the home page shows under its search: the reader's own loans and holds, new titles, the libraries today, what staff recommend, events, and the most requested titles. */
export const HomeParts = () => {
  const session = useSession();
  const { home } = useHome();
  const content = useHomeContent(home?.memberId).data;
  return (
    <>
      {session?.kind === 'patron' && <MySummary />}
      <div className="home-columns">
        <div className="home-new">
          <NewTitles home={home} />
          <LibraryChoice />
          {content?.childrensPage && <ChildrensLink />}
          {content && <StaffPicks picks={content.picks} />}
          <MostRequested />
        </div>
        <div className="home-new">
          <HomeToday home={home} />
          {content && <ComingEvents events={content.events.slice(0, EVENTS_SHOWN)} />}
        </div>
      </div>
    </>
  );
};
