import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type PublicDecisions, usePublicDecisions, usePublicMinutes } from '../shared/bodies.ts';
import { Corrections } from '../shared/corrections.tsx';
import '../shared/governance.css';
import { MeetingCard } from '../shared/meeting-card.tsx';

type Decision = PublicDecisions['decisions'][number];

const Minutes = ({ bodyId, meetingId }: { bodyId: string; meetingId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = usePublicMinutes(bodyId, meetingId, isOpen);
  return (
    <div className="stack">
      <p>
        <Button size="sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('decisions.minutes')}
        </Button>
      </p>
      {isOpen && error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {isOpen && data && (
        <>
          <p className="quiet">{t('meeting.approved-on', { day: time(data.approvedAt) })}</p>
          <p className="minutes-text">{data.text}</p>
          <Corrections corrections={data.corrections} />
        </>
      )}
    </div>
  );
};

const Register = ({ decisions }: { decisions: readonly Decision[] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const columns: Column<Decision>[] = [
    { key: 'day', head: t('decisions.day'), cell: ({ decidedAt }) => date(decidedAt) },
    { key: 'title', head: t('decisions.question'), cell: ({ title }) => title },
    { key: 'outcome', head: t('decisions.result'), cell: ({ outcome }) => t(`decision-outcome.${outcome}`) },
  ];
  return (
    <DataTable
      name={t('decisions.register')}
      columns={columns}
      rows={decisions}
      rowKey={({ proposalId }) => proposalId}
      empty={<p>{t('decisions.none')}</p>}
    />
  );
};

const Shown = ({ shown: { bodies, meetings, decisions } }: { shown: PublicDecisions }) => {
  const t = useTranslate();
  const { date } = useFormat();
  if (bodies.length === 0) return <p>{t('decisions.no-bodies')}</p>;
  return (
    <>
      {bodies.map(({ bodyId, name, purpose, seats }) => {
        const own = meetings.filter((one) => one.bodyId === bodyId);
        return (
          <Panel key={bodyId} title={name} count={own.length}>
            <p>{purpose}</p>
            <p className="quiet">
              {seats.map((seat) => t('decisions.seat', { ...seat, until: date(seat.until) })).join(' · ')}
            </p>
            {own.length === 0 && <p className="quiet">{t('decisions.no-meetings')}</p>}
            <ul className="rows">
              {own.map((meeting) => (
                <MeetingCard key={meeting.meetingId} meeting={meeting}>
                  {meeting.state === 'approved' && <Minutes bodyId={meeting.bodyId} meetingId={meeting.meetingId} />}
                </MeetingCard>
              ))}
            </ul>
          </Panel>
        );
      })}
      <Panel title={t('decisions.register')} count={decisions.length} flush>
        <Register decisions={decisions} />
      </Panel>
    </>
  );
};

/** The public page of the consortium's bodies: agendas, minutes and decisions. Nobody signs in. */
export const DecisionsPage = () => {
  const t = useTranslate();
  const { data, error, refetch } = usePublicDecisions();
  useTitle(t('decisions.title'));
  return (
    <div className="page">
      <h1>{t('decisions.title')}</h1>
      <p className="quiet">{t('decisions.meaning')}</p>
      {error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : data ? (
        <Shown shown={data} />
      ) : (
        <Waiting rows={3} height={80} />
      )}
    </div>
  );
};
