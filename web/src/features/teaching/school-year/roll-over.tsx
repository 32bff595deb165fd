import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useYear, useYearActs } from './use-school.ts';

/** The school year that begins in a calendar year: 2027 is `2027-28`. */
const yearFrom = (begin: number): string => `${begin}-${String((begin + 1) % 100).padStart(2, '0')}`;

/** The school year that begins next; in January to May it begins in the same calendar year. */
const nextYear = (now = new Date()): number => now.getFullYear() + (now.getMonth() >= 8 ? 1 : 0);

/** Plans the start of the next school year: on its day, pupils move up a grade and the last grade leaves; it can be taken back. */
export const RollOver = ({ memberId, undoDays }: { memberId: string; undoDays: number }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const [begin, setBegin] = useState(nextYear);
  const [on, setOn] = useState(`${begin}-08-01`);
  const year = yearFrom(begin);
  const { data, error } = useYear(memberId, year);
  const { plan, undo } = useYearActs(memberId, year);
  const isUnknown = error && asProblem(error).code === 'unknown-year';
  const state = data?.state;
  const failed = plan.error ?? undo.error ?? (error && !isUnknown ? error : undefined);
  const choose = (next: number): void => {
    setBegin(next);
    setOn(`${next}-08-01`);
    plan.reset();
    undo.reset();
  };
  return (
    <div className="stack">
      <p>{t('school.roll-over-meaning', { days: undoDays })}</p>
      <div className="row">
        <Button variant="default" size="xs" onClick={() => choose(begin - 1)}>
          {yearFrom(begin - 1)}
        </Button>
        <strong>{t('school.year', { year })}</strong>
        <Button variant="default" size="xs" onClick={() => choose(begin + 1)}>
          {yearFrom(begin + 1)}
        </Button>
      </div>
      {data && (
        <p role="status">
          {textOf('school-year', data.state)} {t('school.on', { date: date(data.on) })}
          {data.movedUp !== undefined && ` ${t('school.moved', { up: data.movedUp, left: data.left ?? 0 })}`}
        </p>
      )}
      {failed && <FailedNotice thrown={failed} />}
      {(isUnknown || state === 'planned' || state === 'undone') && (
        <div className="row">
          <TextInput
            type="date"
            label={t('school.begins-on')}
            value={on}
            onChange={({ currentTarget }) => setOn(currentTarget.value)}
          />
          <Button loading={plan.isPending} disabled={on === ''} onClick={() => plan.mutate(on)}>
            {t(state === 'planned' ? 'school.change-plan' : 'school.plan')}
          </Button>
        </div>
      )}
      {(state === 'planned' || state === 'begun') && (
        <div className="row">
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('school.undo')}
          </Button>
        </div>
      )}
    </div>
  );
};
