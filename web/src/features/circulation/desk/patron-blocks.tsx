import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Patron } from './desk-types.ts';
import { useBlock, useUnblock } from './use-patron-record.ts';

type Shown = { patron: Patron; branchId: string; again: () => Promise<void> };

const codes = [
  ...(['address-unknown', 'unreturned-items', 'conduct', 'card-misuse'] as const),
  ...(['subscription-unpaid', 'library-decision'] as const),
];
type Code = (typeof codes)[number];
const acts = ['checkout', 'hold', 'renewal'] as const;
const isCode = (text: string): text is Code => codes.some((code) => code === text);

const BlockForm = ({ patron, branchId, again }: Shown) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [code, setCode] = useState<Code>('library-decision');
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [stops, setStops] = useState<readonly (typeof acts)[number][]>(acts);
  const [everywhere, setEverywhere] = useState(false);
  const block = useBlock({ patronId: patron.patronId, branchId }, again);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    block.mutate(
      {
        ...{ code, everywhere, exceptAtHome: false },
        ...(note.trim() !== '' && { note }),
        ...(until !== '' && { until }),
        ...(stops.length < acts.length && { stops: [...stops] }),
      },
      { onSuccess: () => setNote('') },
    );
  };
  return (
    <form className="stack" onSubmit={submit}>
      <NativeSelect
        label={t('record.block-type')}
        value={code}
        data={codes.map((value) => ({ value, label: textOf('block-code', value) }))}
        onChange={({ currentTarget: { value } }) => isCode(value) && setCode(value)}
      />
      <Textarea
        label={t('record.block-reason')}
        maxLength={500}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('record.block-until')}
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
      <fieldset className="stack">
        <legend>{t('record.block-stops')}</legend>
        {acts.map((act) => (
          <Checkbox
            key={act}
            label={textOf('block-stops', act)}
            checked={stops.includes(act)}
            onChange={({ currentTarget: { checked } }) =>
              setStops(acts.filter((one) => (one === act ? checked : stops.includes(one))))
            }
          />
        ))}
      </fieldset>
      {patron.at === 'home' && (
        <Checkbox
          label={t('record.block-everywhere')}
          checked={everywhere}
          onChange={({ currentTarget: { checked } }) => setEverywhere(checked)}
        />
      )}
      <div>
        <Button size="sm" variant="default" type="submit" disabled={stops.length === 0} loading={block.isPending}>
          {t('record.block-do')}
        </Button>
      </div>
      {block.error && <FailedNotice thrown={block.error} />}
    </form>
  );
};

/** The blocks of a patron with their reasons, of another library’s patron those set here; a supervisor lifts them and sets others. */
export const PatronBlocks = ({ patron, branchId, again }: Shown) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const who = useWho();
  const member = memberOf(branchId);
  const isSupervisor = holdsAt(who, member, 'desk-supervisor') || holdsAt(who, member, 'member-admin');
  const lift = useUnblock({ patronId: patron.patronId, branchId }, again);
  const reasonOf = (code: string, scope: string): string | undefined =>
    patron.notes.find(({ block }) => block?.code === code && block.scope === scope)?.text;
  return (
    <>
      <ul className="quiet">
        {patron.blocks.map(({ code, scope, since, until, stops }) => (
          <li key={`${code}${scope}`}>
            {t('desk.block', {
              code: textOf('block-code', code, code.replaceAll('-', ' ')),
              where: scope === 'consortium' ? t('desk.everywhere') : memberName(scope),
              date: date(since),
            })}
            {until && ` · ${t('record.until', { date: date(until) })}`}
            {stops && ` · ${stops.map((act) => textOf('block-stops', act)).join(', ')}`}
            {reasonOf(code, scope) && <span className="note-text"> · {reasonOf(code, scope)}</span>}{' '}
            {isSupervisor && isCode(code) && (scope === 'consortium' || scope === member) && (
              <button
                type="button"
                className="text-button"
                aria-label={t('record.lift-one', { code: textOf('block-code', code) })}
                onClick={() => lift.mutate({ code, everywhere: scope === 'consortium' })}
              >
                {t('record.lift')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {lift.error && <FailedNotice thrown={lift.error} />}
      {isSupervisor && (
        <details className="patron-part">
          <summary>{t('record.block')}</summary>
          <BlockForm patron={patron} branchId={branchId} again={again} />
        </details>
      )}
    </>
  );
};
