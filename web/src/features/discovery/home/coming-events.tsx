import { useId } from 'react';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { Spine } from '../../../components/spine.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchLink } from '../../membership/libraries/branch-link.tsx';
import type { BranchEvent } from './use-home-content.ts';
import './home-content.css';

const Times = ({ event: { day, from, until } }: { event: BranchEvent }) => {
  const t = useTranslate();
  const { date, clock } = useFormat();
  const times = until === undefined ? clock(from) : t('content.from-until', { from: clock(from), until: clock(until) });
  return (
    <p className="event-time">
      <time dateTime={`${day}T${from}`}>
        <strong>{date(day)}</strong> {times}
      </time>
    </p>
  );
};

/** Coming events with the times of their branches; nothing when there are none. `isAtOne`: on the page of a branch, which is not named. */
export const ComingEvents = ({ events, isAtOne = false }: { events: readonly BranchEvent[]; isAtOne?: boolean }) => {
  const t = useTranslate();
  const id = useId();
  const { branchName } = useDirectory();
  if (events.length === 0) return null;
  return (
    <section aria-labelledby={id} className="coming-events">
      <h2 id={id}>{t('content.events')}</h2>
      <ul>
        {events.map((event) => {
          const { branchId, day, from, title, place, url } = event;
          return (
            <li key={`${branchId} ${day} ${from} ${title}`}>
              <Times event={event} />
              <p dir="auto">
                {url === undefined ? (
                  <span className="event-title">{title}</span>
                ) : (
                  <a className="event-title" href={url} rel="noreferrer">
                    {title}
                  </a>
                )}
                {place !== undefined && <span className="quiet"> · {place}</span>}
              </p>
              {!isAtOne && (
                <Spine memberId={memberOf(branchId)}>
                  <BranchLink branch={{ branchId, name: branchName(branchId) }} />
                </Spine>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
