import type { Branch } from '../../../api/directory.ts';
import { comingClosures, weekdays } from '../../../components/opening-hours.ts';
import { useClosureDays } from '../../../components/use-closure-days.ts';
import { useFormat } from '../../../i18n/format.ts';
import { placeTime } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './libraries.css';

/** The weekly hours of a branch, today in bold. */
export const Week = ({ branch: { calendar, name } }: { branch: Branch }) => {
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

/** The closures of a branch to come, `most` of them when given; nothing when there are none. */
export const Closures = ({ branch: { calendar }, most }: { branch: Branch; most?: number }) => {
  const t = useTranslate();
  const daysOf = useClosureDays();
  const closures = comingClosures(calendar, new Date()).slice(0, most);
  if (closures.length === 0) return null;
  return (
    <>
      <h3>{t('hours.closures')}</h3>
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

/** The address of a branch with a map, its telephone, e-mail and website. */
export const Contact = ({ branch: { address, phone, email, website } }: { branch: Branch }) => {
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
