import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { config } from '../../../api/config.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Icon, type IconName } from '../../../components/icon.tsx';
import { chooseDoor, useDoor } from '../../../components/selected-library.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { SearchForm } from '../shared/search-form.tsx';
import type { Wish } from '../shared/search-parameters.ts';

const ideas: readonly { icon: IconName; key: string; wish: Wish }[] = [
  { icon: 'book', key: 'novels', wish: { q: 'fiction', format: 'book', scope: 'subject' } },
  { icon: 'film', key: 'films', wish: { format: 'video' } },
  { icon: 'note', key: 'scores', wish: { format: 'score,music-recording' } },
  { icon: 'page', key: 'journals', wish: { format: 'journal,ejournal' } },
];

const DoorChoice = () => {
  const say = useSay();
  const door = useDoor();
  const { members } = useDirectory();
  return (
    <NativeSelect
      className="door"
      label={say('home.door')}
      description={say('home.door-meaning')}
      value={door}
      onChange={({ currentTarget }) => chooseDoor(currentTarget.value)}
      data={[
        { value: '', label: say('home.no-door') },
        ...members.map((one) => ({ value: one.memberId, label: one.name })),
      ]}
    />
  );
};

const Libraries = () => {
  const say = useSay();
  const sayOf = useSayOf();
  const { members } = useDirectory();
  return (
    <section aria-labelledby="libraries">
      <h2 id="libraries">{say('home.libraries')}</h2>
      <ul className="libraries">
        {members.map(({ memberId, name, type, branches, lendsOnRequest }) => (
          <li key={memberId} className="card">
            <Link to="/search" search={{ member: memberId }} className="library-name">
              {name}
            </Link>
            <span className="quiet">
              {sayOf('member-type', type)} · {say('home.branches', { count: branches.length })}
            </span>
            {lendsOnRequest && <span className="quiet">{say('home.on-request')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Where a visit begins: one box, a few ways in, the libraries that share the catalogue. */
export const HomeRoom = () => {
  const say = useSay();
  const sayOf = useSayOf();
  useTitle('');
  return (
    <div className="room home">
      <section className="hero">
        <h1>{say('home.title')}</h1>
        <p className="lead">{say('home.lead', { name: config().consortium })}</p>
        <SearchForm wish={{}} />
        <ul className="ideas" aria-label={say('home.ideas')}>
          {ideas.map(({ icon, key, wish }) => (
            <li key={key}>
              <Link to="/search" search={wish} className="idea">
                <Icon name={icon} size={18} /> {sayOf('idea', key)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <DoorChoice />
      <Libraries />
    </div>
  );
};
