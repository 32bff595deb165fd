import { NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { today } from '../../../../components/days.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import type { OneRoster } from './read-oneroster.ts';
import { type RosterChoice, type RosterOfFiles, rosterOf } from './roster-of.ts';

/** Problems and students that are shown; the rest is counted. */
const SHOWN = 20;

type Given = { oneRoster: OneRoster; grades: readonly string[]; change: (roster: RosterOfFiles) => void };

/** Shows the content of the files of a OneRoster export, with the choice of the school, the number of pupils and the card of new ones. */
export const OneRosterFields = ({ oneRoster, grades, change }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { number } = useFormat();
  const { schools, problems, version, isDelta } = oneRoster;
  const [choice, setChoice] = useState<RosterChoice>({
    ...{ school: schools[0]?.id ?? '', number: 'sourcedId', card: 'identifier' },
  });
  const roster = useMemo(() => {
    return rosterOf(oneRoster, choice, { grades, today: today() });
  }, [oneRoster, choice, grades]);
  useEffect(() => change(roster), [change, roster]);
  const { lines, ended, leftOut, guardians } = roster;
  const notes = [
    ...problems.map(({ file, line, what }) => t('class.bad-row', { file, line, what: textOf('roster-row', what) })),
    ...leftOut.map(({ id, why }) => t('class.rejected', { id, reason: textOf('roster-left-out', why) })),
  ];
  return (
    <>
      <p role="status" className="notice">
        {t('class.oneroster-read', { version, pupils: number(lines.length), ended: number(ended.length) })}{' '}
        {isDelta && t('class.oneroster-delta')} {guardians > 0 && t('class.guardians', { count: guardians })}
      </p>
      {notes.length > 0 && (
        <div className="notice notice-warn">
          <details open>
            <summary>{t('class.not-taken', { count: notes.length })}</summary>
            <ul>
              {notes.slice(0, SHOWN).map((note) => (
                <li key={note}>{note}</li>
              ))}
              {notes.length > SHOWN && <li>{t('class.more-notes', { count: notes.length - SHOWN })}</li>}
            </ul>
          </details>
        </div>
      )}
      {schools.length > 1 && (
        <NativeSelect
          label={t('class.school')}
          value={choice.school}
          data={schools.map(({ id: value, name: label }) => ({ value, label }))}
          onChange={({ currentTarget }) => setChoice({ ...choice, school: currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t('class.number-is')}
        description={t('class.number-is-meaning')}
        value={choice.number}
        data={[
          { value: 'sourcedId', label: t('class.sourced-id') },
          { value: 'identifier', label: t('class.identifier') },
        ]}
        onChange={({ currentTarget }) =>
          setChoice({ ...choice, number: currentTarget.value as RosterChoice['number'] })
        }
      />
      <NativeSelect
        label={t('class.card-is')}
        value={choice.card}
        data={[
          { value: 'identifier', label: t('class.identifier') },
          { value: 'sourcedId', label: t('class.sourced-id') },
          { value: 'none', label: t('class.no-card') },
        ]}
        onChange={({ currentTarget }) => setChoice({ ...choice, card: currentTarget.value as RosterChoice['card'] })}
      />
    </>
  );
};
