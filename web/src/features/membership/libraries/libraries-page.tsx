import { type Branch, useDirectory } from '../../../api/directory.ts';
import { OpenState } from '../../../components/open-state.tsx';
import { comingClosures, weekdays } from '../../../components/opening-hours.ts';
import { Spine } from '../../../components/spine.tsx';
import { Waiting } from '../../../components/states.tsx';
import { useClosureDays } from '../../../components/use-closure-days.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { placeTime } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './libraries.css';

const MOST_CLOSURES = 4;

const Week = ({ branch: { calendar, name } }: { branch: Branch }) => {
  const t = useTranslate();
  const { clock, weekday } = useFormat();
  const today = new Date(`${placeTime(calendar.timeZone, new Date()).day}T12:00:00Z`).getUTCDay();
  return (
    <table className="week" aria-label={t('hours.of', { branch: name })}>
      <tbody>
        {weekdays.map((day, index) => {
          const hours = calendar.weekly[day] ?? [];
          const isToday = index === (today + 6) % 7;
          return (
            <tr key={day} aria-current={isToday ? 'date' : undefined}>
              <th scope="row">{weekday(index + 1)}</th>
              <td>
                {hours.length === 0
                  ? t('hours.closed')
                  : hours.map(({ open, close }) => `${clock(open)} – ${clock(close)}`).join(', ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

const Closures = ({ branch: { calendar } }: { branch: Branch }) => {
  const t = useTranslate();
  const daysOf = useClosureDays();
  const closures = comingClosures(calendar, new Date()).slice(0, MOST_CLOSURES);
  if (closures.length === 0) return null;
  return (
    <>
      <h4>{t('hours.closures')}</h4>
      <ul>
        {closures.map((one) => (
          <li key={`${one.from} ${one.reason}`}>
            {daysOf(one)} · {one.reason}
          </li>
        ))}
      </ul>
    </>
  );
};

const Contact = ({ branch: { address, phone, email, website } }: { branch: Branch }) => {
  const t = useTranslate();
  return (
    <ul className="branch-contact">
      <li>
        {address}{' '}
        <a
          href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`}
          rel="noreferrer"
          aria-label={t('hours.map-of', { address })}
        >
          {t('hours.map')}
        </a>
      </li>
      {phone !== undefined && (
        <li>
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
        </li>
      )}
      {email !== undefined && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {website !== undefined && (
        <li>
          <a href={website} rel="noreferrer">
            {website.replace(/^https?:\/\//, '')}
          </a>
        </li>
      )}
    </ul>
  );
};

const BranchCard = ({ branch }: { branch: Branch }) => (
  <li className="branch-card">
    <div className="branch-head">
      <h3>{branch.name}</h3>
      <OpenState calendar={branch.calendar} />
    </div>
    <Contact branch={branch} />
    <Week branch={branch} />
    <Closures branch={branch} />
  </li>
);

/** All libraries with their branches: whether they are open, where they are, their hours and closures. */
export const LibrariesPage = () => {
  const t = useTranslate();
  const { members, isPending } = useDirectory();
  useTitle(t('hours.title'));
  return (
    <div className="page">
      <h1>{t('hours.title')}</h1>
      {isPending && <Waiting rows={3} height={180} />}
      {members
        .filter(({ branches }) => branches.length > 0)
        .map(({ memberId, branches }) => (
          <section key={memberId} className="stack" aria-labelledby={`member-${memberId}`}>
            <h2 id={`member-${memberId}`}>
              <Spine memberId={memberId} />
            </h2>
            <ul className="branch-cards">
              {branches.map((branch) => (
                <BranchCard key={branch.branchId} branch={branch} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
};
