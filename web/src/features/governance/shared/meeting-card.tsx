import type { ReactNode } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { OwnMeeting } from '../my-seats/seat-session.ts';
import type { PublicDecisions } from './bodies.ts';

type Meeting = OwnMeeting | PublicDecisions['meetings'][number];

/** A meeting as those see it who do not run it: its time and place, and its agenda with what was decided. */
export const MeetingCard = ({ meeting, children }: { meeting: Meeting; children: ReactNode }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { state, startsAt, place, agenda, cancelledFor } = meeting;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{time(startsAt)}</h3>
        <p className="quiet">
          {place} · {t(`meeting-state.${state}`)}
          {cancelledFor && ` · ${cancelledFor}`}
        </p>
        <ol>
          {agenda.map(({ kind, title, text, decision }) => (
            <li key={`${kind} ${title}`}>
              {kind === 'text' ? title : t(`agenda-title.${kind}`, { title })}
              {text && <p>{text}</p>}
              {decision && (
                <p className="quiet">
                  {decision.text} · {t(`motion-outcome.${decision.outcome}`)} · {t('meeting.sums', decision.sums)}
                </p>
              )}
            </li>
          ))}
        </ol>
        {children}
      </div>
    </li>
  );
};
