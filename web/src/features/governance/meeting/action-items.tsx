import { Button } from '@mantine/core';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ActionItem, type Meeting, useMeetingStep } from '../shared/bodies.ts';

type Given = {
  bodyId: string;
  actions: readonly ActionItem[];
  meetings: readonly Pick<Meeting, 'meetingId' | 'v'>[];
  mayRun: boolean;
};

const Item = ({ bodyId, action, v, mayRun }: Pick<Given, 'bodyId' | 'mayRun'> & { action: ActionItem; v?: number }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const step = useMeetingStep(bodyId);
  const { meetingId, actionId, title, owner, dueOn, state } = action;
  const settle = (to: 'done' | 'dropped'): void => {
    if (v !== undefined) step.mutate({ meetingId, v, step: { do: 'settle-action', actionId, state: to, note: '' } });
  };
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{title}</h3>
        <p className="quiet">
          {t('actions.who', { owner, day: date(dueOn) })} · {t(`action-state.${state}`)}
        </p>
        {mayRun && state === 'open' && v !== undefined && (
          <p className="row">
            <Button size="sm" loading={step.isPending} onClick={() => settle('done')}>
              {t('actions.done')}
            </Button>
            <Button size="sm" variant="default" disabled={step.isPending} onClick={() => settle('dropped')}>
              {t('actions.drop')}
            </Button>
          </p>
        )}
        {step.error && <FailedNotice thrown={step.error} />}
      </div>
    </li>
  );
};

/** The action items of a body or of a meeting; the secretary settles those that are open. */
export const ActionItems = ({ bodyId, actions, meetings, mayRun }: Given) => {
  const t = useTranslate();
  const versions = new Map(meetings.map(({ meetingId, v }) => [meetingId, v]));
  return (
    <Panel title={t('actions.title')} count={actions.filter(({ state }) => state === 'open').length}>
      {actions.length === 0 && <p className="quiet">{t('actions.none')}</p>}
      <ul className="rows">
        {actions.map((action) => {
          const v = versions.get(action.meetingId);
          return <Item key={action.actionId} {...{ bodyId, action, mayRun, ...(v !== undefined && { v }) }} />;
        })}
      </ul>
    </Panel>
  );
};
