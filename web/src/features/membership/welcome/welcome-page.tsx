import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { config } from '../../../api/config.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useMemberColour } from '../../../components/spine.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { Mark } from '../../../layout/mark.tsx';
import { NotFound } from '../../../layout/shell.tsx';
import { LanguageSwitch, SchemeSwitch } from '../../../layout/switches.tsx';
import { type DemoPerson, useBecome, usePeople } from '../../../layout/tour/demo-people.ts';
import { moveTour } from '../../../layout/tour/tour-place.ts';
import { tourSteps } from '../../../layout/tour/tour-steps.ts';
import { useTour } from '../../../layout/tour/use-tour.ts';
import { type Welcomed, welcomed } from './people.ts';
import { TourPicture } from './tour-pictures.tsx';
import './welcome.css';

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('')
    .slice(0, 2);

const Person = ({ person, at, become }: { person: DemoPerson; at: Welcomed; become: () => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { memberName } = useDirectory();
  const colour = useMemberColour(person.member ?? '');
  return (
    <li>
      <button type="button" className="welcome-person" onClick={become}>
        <span className={`welcome-plate spine-${person.member === null ? 0 : colour}`} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
        <span className="welcome-when">
          <time>{at.hour}</time>
          <span>{person.member === null ? t('welcome.consortium') : memberName(person.member)}</span>
        </span>
        <strong>{person.name}</strong>
        <span>{textOf('welcome-role', at.account)}</span>
        <span className="welcome-shows">{textOf('welcome-shows', at.account)}</span>
      </button>
    </li>
  );
};

const People = () => {
  const t = useTranslate();
  const router = useRouter();
  const become = useBecome();
  const { data, error } = usePeople();
  const [failed, setFailed] = useState<unknown>();
  const thrown = error ?? failed;
  const enter = ({ account, to }: Welcomed): void => {
    moveTour(undefined);
    become(account)
      .then(() => router.navigate({ to }))
      .catch(setFailed);
  };
  const shown = welcomed.flatMap((at) => {
    const person = data?.find(({ account }) => account === at.account);
    return person ? [{ at, person }] : [];
  });
  return (
    <section className="welcome-people" aria-labelledby="welcome-people">
      <div className="welcome-head">
        <h2 id="welcome-people">{t('welcome.or')}</h2>
        <p>{t('welcome.how')}</p>
      </div>
      {thrown != null && <FailedNotice thrown={thrown} />}
      <ul>
        {shown.map(({ at, person }) => (
          <Person key={at.account} person={person} at={at} become={() => enter(at)} />
        ))}
        <li>
          <Link to="/trust" className="welcome-person welcome-nobody">
            <span className="welcome-plate" aria-hidden="true">
              ?
            </span>
            <span className="welcome-when">
              <span>{t('welcome.any-time')}</span>
            </span>
            <strong>{t('welcome.nobody')}</strong>
            <span>{t('welcome.nobody-role')}</span>
            <span className="welcome-shows">{t('welcome.nobody-shows')}</span>
          </Link>
        </li>
      </ul>
    </section>
  );
};

const Tour = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { open, state } = useTour();
  return (
    <div className="welcome-inner">
      <div className="welcome-promise">
        <h1>
          {t('welcome.people')}
          <br />
          {t('welcome.libraries')}
          <br />
          <em>{t('welcome.day')}</em>
        </h1>
        <p>{t('welcome.runs')}</p>
        <p>{t('welcome.invented')}</p>
        <div className="welcome-start">
          <Button size="lg" loading={state === 'opening'} onClick={() => void open(0)}>
            {t('welcome.start')}
          </Button>
          <p>{t('welcome.length')}</p>
        </div>
        {state === 'failed' && <p role="alert">{t('tour.failed')}</p>}
      </div>
      <ol className="welcome-pages" aria-label={t('tour.name')}>
        {tourSteps.map(({ id }, place) => (
          <li key={id}>
            <button type="button" onClick={() => void open(place)}>
              <TourPicture id={id} />
              <b aria-hidden="true">{place + 1}</b>
              <span>{textOf('tour', id)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
};

const Welcome = () => {
  const t = useTranslate();
  useTitle(t('welcome.title'));
  return (
    <div className="welcome">
      <section className="welcome-band">
        <div className="welcome-top">
          <Link to="/" className="brand">
            <Mark />
            <span>Concord</span>
          </Link>
          <div className="settings">
            <LanguageSwitch />
            <SchemeSwitch />
          </div>
        </div>
        <Tour />
      </section>
      <People />
    </div>
  );
};

/** The first page of the demo: a tour of ten pages, and the people whose work it shows. Other deployments have none. */
export const WelcomePage = () => (config().demo ? <Welcome /> : <NotFound />);
