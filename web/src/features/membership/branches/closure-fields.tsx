import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { today } from '../../../components/days.ts';
import { useClosureDays } from '../../../components/use-closure-days.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { BranchHours } from './use-edited-branch.ts';

type Closures = BranchHours['closures'];
type Given = { closures: Closures; change: (closures: Closures) => void };

const none = { from: '', to: '', reason: '' };

/** The closures of a branch: days or spans of days, each with a reason that patrons read. */
export const ClosureFields = ({ closures, change }: Given) => {
  const t = useTranslate();
  const { date } = useFormat();
  const daysOf = useClosureDays();
  const [next, setNext] = useState(none);
  const to = next.to === '' ? next.from : next.to;
  const isWhole = next.from !== '' && to >= next.from && next.reason.trim() !== '';
  const day = today();
  return (
    <fieldset className="stack">
      <legend>{t('hours.closures')}</legend>
      <ul className="stack">
        {closures
          .filter((one) => one.to >= day)
          .map((one) => (
            <li key={`${one.from} ${one.to} ${one.reason}`} className="row">
              {daysOf(one)} · {one.reason}
              <Button
                size="xs"
                variant="default"
                aria-label={t('branches.remove-closure', { reason: one.reason, day: date(one.from) })}
                onClick={() => change(closures.filter((other) => other !== one))}
              >
                {t('branches.remove')}
              </Button>
            </li>
          ))}
      </ul>
      <div className="row">
        <TextInput
          size="sm"
          type="date"
          label={t('branches.closed-from')}
          value={next.from}
          onChange={({ currentTarget }) => setNext({ ...next, from: currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="date"
          label={t('branches.closed-to')}
          value={next.to}
          onChange={({ currentTarget }) => setNext({ ...next, to: currentTarget.value })}
        />
        <TextInput
          size="sm"
          label={t('branches.closed-why')}
          maxLength={200}
          value={next.reason}
          onChange={({ currentTarget }) => setNext({ ...next, reason: currentTarget.value })}
        />
        <Button
          size="sm"
          variant="default"
          disabled={!isWhole}
          onClick={() => {
            change([...closures, { from: next.from, to, reason: next.reason.trim() }]);
            setNext(none);
          }}
        >
          {t('branches.add-closure')}
        </Button>
      </div>
    </fieldset>
  );
};
