import { Button } from '@mantine/core';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ActionItem, useSettleAction } from '../shared/bodies.ts';

type Given = { bodyId: string; actions: readonly ActionItem[]; mayRun: boolean };

const Item = ({ bodyId, action, mayRun }: Pick<Given, 'bodyId' | 'mayRun'> & { action: ActionItem }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { actionId, title, owner, dueOn, state } = action;
  const settle = useSettleAction(bodyId, actionId);
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{title}</h3>
        <p className="quiet">
          {t('actions.who', { owner, day: date(dueOn) })} · {t(`action-state.${state}`)}
        </p>
        {mayRun && state === 'open' && (
          <p className="row">
            <Button size="sm" loading={settle.isPending} onClick={() => settle.mutate({ state: 'done' })}>
              {t('actions.done')}
            </Button>
            <Button
              size="sm"
              variant="default"
              disabled={settle.isPending}
              onClick={() => settle.mutate({ state: 'dropped' })}
            >
              {t('actions.drop')}
            </Button>
          </p>
        )}
        {settle.error && <FailedNotice thrown={settle.error} />}
      </div>
    </li>
  );
};

/** The action items of a body or of a meeting; the secretary settles those that are open. */
export const ActionItems = ({ bodyId, actions, mayRun }: Given) => {
  const t = useTranslate();
  return (
    <Panel title={t('actions.title')} count={actions.filter(({ state }) => state === 'open').length}>
      {actions.length === 0 && <p className="quiet">{t('actions.none')}</p>}
      <ul className="rows">
        {actions.map((action) => (
          <Item key={action.actionId} {...{ bodyId, action, mayRun }} />
        ))}
      </ul>
    </Panel>
  );
};
