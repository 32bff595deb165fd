import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Branch } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { placeTime } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { BranchEvent } from '../home/use-home-content.ts';
import './edited-events.css';

type Given = { branches: readonly Branch[]; events: readonly BranchEvent[]; change: (events: BranchEvent[]) => void };

/** The fields of an event that are typed, in their order; those after the day are times of the branch’s clock. */
const fields = [
  { field: 'title', type: 'text', required: true, most: 120 },
  { field: 'day', type: 'date', required: true, most: 10 },
  { field: 'from', type: 'time', required: true, most: 5 },
  { field: 'until', type: 'time', required: false, most: 5 },
  { field: 'place', type: 'text', required: false, most: 120 },
  { field: 'url', type: 'url', required: false, most: 500 },
] as const;

const labelOf = (field: (typeof fields)[number]['field']) =>
  field === 'title' ? ('content.event-title' as const) : (`content.${field}` as const);

type One = { event: BranchEvent; number: number; branches: readonly Branch[]; change: (event: BranchEvent) => void };

const EventFields = ({ event, number, branches, change }: One) => {
  const t = useTranslate();
  return (
    <fieldset className="edited-event">
      <legend>{t('content.event', { number })}</legend>
      <NativeSelect
        size="sm"
        label={t('content.branch')}
        value={event.branchId}
        data={branches.map(({ branchId, name }) => ({ value: branchId, label: name }))}
        onChange={({ currentTarget }) => change({ ...event, branchId: currentTarget.value })}
      />
      {fields.map(({ field, type, required, most }) => (
        <TextInput
          key={field}
          size="sm"
          {...{ type, required }}
          maxLength={most}
          label={t(labelOf(field))}
          value={event[field] ?? ''}
          onChange={({ currentTarget }) => change({ ...event, [field]: currentTarget.value })}
        />
      ))}
    </fieldset>
  );
};

/** The events that a library announces. A new one is today at its first branch, until it is changed. */
export const EditedEvents = ({ branches, events, change }: Given) => {
  const t = useTranslate();
  const [first] = branches;
  const added = first && {
    ...{ branchId: first.branchId, title: '', from: '10:00' },
    day: placeTime(first.calendar.timeZone, new Date()).day,
  };
  return (
    <Panel title={t('content.events')} count={events.length}>
      <div className="stack">
        {events.length === 0 && <p className="quiet">{t('content.no-events')}</p>}
        {events.map((event, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: all of an event can be changed.
          <div key={at} className="stack">
            <EventFields
              {...{ event, branches }}
              number={at + 1}
              change={(next) => change(events.map((one) => (one === event ? next : one)))}
            />
            <p>
              <Button
                size="xs"
                variant="default"
                aria-label={t('content.remove-one', { title: event.title || t('content.event', { number: at + 1 }) })}
                onClick={() => change(events.filter((one) => one !== event))}
              >
                {t('content.remove')}
              </Button>
            </p>
          </div>
        ))}
        {added && (
          <p>
            <Button size="sm" variant="default" onClick={() => change([...events, added])}>
              {t('content.add-event')}
            </Button>
          </p>
        )}
      </div>
    </Panel>
  );
};
