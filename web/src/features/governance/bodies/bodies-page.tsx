import { Link } from '@tanstack/react-router';
import { useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Panel } from '../../../components/panel.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ShownBody, termOn } from '../shared/bodies.ts';
import { useBodies } from '../shared/use-bodies.ts';
import { BodyForm } from './body-form.tsx';

// A body and a meeting are loaded with the list: each further file would be named in the first load of every page.
export { MeetingPage } from '../meeting/meeting-page.tsx';
export { BodyPage } from './body-page.tsx';

const BodyCard = ({ body }: { body: ShownBody }) => {
  const t = useTranslate();
  const { day: today } = placeTime(usePlaceZone(), new Date());
  const held = body.seats.filter((seat) => termOn(seat, today)).length;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <Link to="/bodies/$bodyId" params={{ bodyId: body.bodyId }}>
            {body.name}
          </Link>
        </h3>
        <p className="quiet">
          {t(`body-kind.${body.kind}`)} · {t(`body-preset.${body.preset}`)} ·{' '}
          {t('bodies.seats-held', { held, seats: body.seats.length })}
          {body.state === 'dissolved' && ` · ${t('bodies.dissolved')}`}
        </p>
        <p>{body.purpose}</p>
      </div>
    </li>
  );
};

const Bodies = () => {
  const t = useTranslate();
  const { data, error, refetch } = useBodies(true);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={80} />;
  return (
    <>
      <Panel title={t('bodies.title')} count={data.bodies.length}>
        {data.bodies.length === 0 && <p className="quiet">{t('bodies.none')}</p>}
        <ul className="rows">
          {data.bodies.map((body) => (
            <BodyCard key={body.bodyId} body={body} />
          ))}
        </ul>
      </Panel>
      {data.mayRun && (
        <Panel title={t('bodies.found')}>
          <BodyForm key={data.bodies.length} />
        </Panel>
      )}
    </>
  );
};

/** The page of boards, councils, committees and chambers. */
export const BodiesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  useTitle(t('bodies.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page bench">
      <h1>{t('bodies.title')}</h1>
      <p className="quiet">{t('bodies.meaning')}</p>
      <p>
        <Link to="/decisions">{t('decisions.title')}</Link>
      </p>
      {who?.kind === 'staff' ? (
        <Bodies />
      ) : (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back="/bodies" />
        </Empty>
      )}
    </div>
  );
};
