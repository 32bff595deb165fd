import { Button, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { useCategoryName } from '../../patrons/shared/use-category-name.ts';
import '@mantine/core/styles/NumberInput.css';
import { useState } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useCategories } from '../../patrons/shared/use-categories.ts';
import { type Scheme, useSetSchool } from './use-school.ts';

/** The usual grades of a school, until it says otherwise. */
const usual = Array.from({ length: 12 }, (_, at) => `${at + 1} pupil`).join('\n');

/** One grade a line: its name, a space, and the patron category of its pupils. */
const textOfGrades = ({ grades }: Scheme): string =>
  grades.map(({ grade, category }) => `${grade} ${category}`).join('\n');
const gradesOf = (text: string): Scheme['grades'] =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([grade = '', category = '']) => (grade === '' ? [] : [{ grade, category }]));

type Props = { memberId: string; branchId: string; scheme: Scheme | undefined; failed: Error | undefined };

/** The form for the grades of a school in their order, and what leavers become. */
export const SchoolGrades = ({ memberId, branchId, scheme, failed }: Props) => {
  const t = useTranslate();
  const categoryName = useCategoryName();
  const categories = Object.keys(useCategories());
  const [text, setText] = useState(scheme ? textOfGrades(scheme) : usual);
  const [leavers, setLeavers] = useState(scheme?.leavers ?? ({ become: 'category', category: 'adult' } as const));
  const [undoDays, setUndoDays] = useState<number | string>(scheme?.undoDays ?? 14);
  const set = useSetSchool(memberId);
  if (failed && asProblem(failed).code !== 'no-school') return <FailedNotice thrown={failed} />;
  const grades = gradesOf(text);
  const wrong = grades.filter(({ category }) => categories.length > 0 && !categories.includes(category));
  const save = (): void =>
    set.mutate({ branchId: scheme?.branchId ?? branchId, grades, leavers, undoDays: Number(undoDays) });
  return (
    <div className="stack">
      {!scheme && <p>{t('school.none')}</p>}
      <Textarea
        label={t('school.grades')}
        description={t('school.grades-meaning', { categories: categories.join(', ') })}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        error={
          wrong.length > 0 && t('school.unknown-category', { names: wrong.map(({ category }) => category).join(', ') })
        }
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div className="form-grid">
        <NativeSelect
          label={t('school.leavers-become')}
          value={leavers.become === 'category' ? leavers.category : leavers.become}
          data={[
            ...categories.map((value) => ({
              value,
              label: categoryName(value),
            })),
            { value: 'expired', label: t('school.leavers-expire') },
          ]}
          onChange={({ currentTarget: { value } }) =>
            setLeavers(value === 'expired' ? { become: 'expired' } : { become: 'category', category: value })
          }
        />
        <NumberInput label={t('school.undo-days')} min={0} max={60} value={undoDays} onChange={setUndoDays} />
      </div>
      {set.error && <FailedNotice thrown={set.error} />}
      {set.data && (
        <p role="status" className="notice notice-good">
          {t('school.saved')}
        </p>
      )}
      <div className="row">
        <Button loading={set.isPending} disabled={grades.length === 0 || wrong.length > 0} onClick={save}>
          {t('do.save')}
        </Button>
      </div>
    </div>
  );
};
