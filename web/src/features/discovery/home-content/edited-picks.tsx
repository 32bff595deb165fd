import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../../components/panel.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { EditedPick } from './use-set-home.ts';

type Given = { picks: readonly EditedPick[]; change: (picks: EditedPick[]) => void };

/** The titles that a library recommends, each with its sentence, in their order. */
export const EditedPicks = ({ picks, change }: Given) => {
  const t = useTranslate();
  const without = (recordId: string) => picks.filter((one) => one.recordId !== recordId);
  return (
    <Panel title={t('content.picks')} count={picks.length}>
      <div className="stack">
        {picks.length === 0 && <p className="quiet">{t('content.no-picks')}</p>}
        {picks.map((pick, place) => (
          <div key={pick.recordId} className="stack">
            <Link to="/record/$recordId" params={{ recordId: pick.recordId }}>
              {pick.title}
            </Link>
            <TextInput
              size="sm"
              required
              maxLength={300}
              minLength={3}
              label={t('content.sentence', { title: pick.title })}
              value={pick.sentence}
              onChange={({ currentTarget: { value } }) =>
                change(picks.map((one) => (one === pick ? { ...pick, sentence: value } : one)))
              }
            />
            <div className="row">
              {place > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('content.first', { title: pick.title })}
                  onClick={() => change([pick, ...without(pick.recordId)])}
                >
                  {t('content.to-front')}
                </Button>
              )}
              <Button
                size="xs"
                variant="default"
                aria-label={t('content.remove-one', { title: pick.title })}
                onClick={() => change(without(pick.recordId))}
              >
                {t('content.remove')}
              </Button>
            </div>
          </div>
        ))}
      </div>
    </Panel>
  );
};
