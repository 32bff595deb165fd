import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { bodyKinds, type ShownBody, useWriteBody } from '../shared/bodies.ts';

type Settings = Pick<ShownBody, 'name' | 'purpose' | 'kind' | 'preset' | 'rules'>;

const usual: Settings = {
  ...{ name: '', purpose: '', kind: 'committee', preset: 'usual' },
  rules: {
    ...{ noticeDays: 7, bylawsNoticeDays: 14 },
    quorum: { of: { numerator: 1, denominator: 2 }, compare: 'more-than' },
    term: { years: 2, mostInARow: 2, partUnderHalfCounts: false },
  },
};
const numbers = ['noticeDays', 'bylawsNoticeDays', 'years', 'mostInARow', 'numerator', 'denominator'] as const;
type Numbers = Record<(typeof numbers)[number], string>;
const limits: Record<(typeof numbers)[number], readonly [number, number]> = {
  ...{ noticeDays: [0, 90], bylawsNoticeDays: [0, 90], years: [1, 10], mostInARow: [1, 10] },
  ...{ numerator: [1, 100], denominator: [1, 100] },
};

const numbersOf = ({ rules: { noticeDays, bylawsNoticeDays, term, quorum } }: Settings): Numbers => ({
  ...{ noticeDays: `${noticeDays}`, bylawsNoticeDays: `${bylawsNoticeDays}` },
  ...{ years: `${term.years}`, mostInARow: `${term.mostInARow}` },
  ...{ numerator: `${quorum.of.numerator}`, denominator: `${quorum.of.denominator}` },
});

const rulesOf = (before: Settings['rules'], entered: Numbers): Settings['rules'] => ({
  ...{ noticeDays: Number(entered.noticeDays), bylawsNoticeDays: Number(entered.bylawsNoticeDays) },
  quorum: {
    ...before.quorum,
    of: { numerator: Number(entered.numerator), denominator: Number(entered.denominator) },
  },
  term: { ...before.term, years: Number(entered.years), mostInARow: Number(entered.mostInARow) },
});

/** The form that founds a body, or changes the settings of one. */
export const BodyForm = ({ body, done }: { body?: ShownBody; done?: () => void }) => {
  const t = useTranslate();
  const write = useWriteBody();
  const [entered, setEntered] = useState<Settings>(body ?? usual);
  const [figures, setFigures] = useState(numbersOf(body ?? usual));
  const [decision, setDecision] = useState('');
  const set = (over: Partial<Settings>): void => setEntered({ ...entered, ...over });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { name, purpose, kind, preset, rules } = entered;
    const settings = { name: name.trim(), purpose: purpose.trim(), kind, preset, rules: rulesOf(rules, figures) };
    const onSuccess = (): void => {
      if (!body) setEntered(usual);
      if (!body) setDecision('');
      done?.();
    };
    write.mutate(
      body
        ? { bodyId: body.bodyId, v: body.v, changes: [{ do: 'set', ...settings }] }
        : { changes: [{ do: 'found', decision: decision.trim(), ...settings }] },
      { onSuccess },
    );
  };
  const label = body ? t('bodies.change') : t('bodies.found');
  return (
    <form className="stack" aria-label={label} onSubmit={submit}>
      <TextInput
        size="sm"
        required
        maxLength={120}
        label={t('bodies.name')}
        value={entered.name}
        onChange={({ currentTarget: { value } }) => set({ name: value })}
      />
      <NativeSelect
        size="sm"
        label={t('bodies.kind')}
        value={entered.kind}
        onChange={({ currentTarget: { value } }) => set({ kind: value as Settings['kind'] })}
      >
        {bodyKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`body-kind.${kind}`)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="sm"
        label={t('bodies.preset')}
        value={entered.preset}
        onChange={({ currentTarget: { value } }) => set({ preset: value as Settings['preset'] })}
      >
        <option value="usual">{t('body-preset.usual')}</option>
        <option value="public-body">{t('body-preset.public-body')}</option>
      </NativeSelect>
      {numbers.map((name) => (
        <TextInput
          key={name}
          size="sm"
          required
          type="number"
          min={limits[name][0]}
          max={limits[name][1]}
          label={t(`bodies.${name}`)}
          value={figures[name]}
          onChange={({ currentTarget: { value } }) => setFigures({ ...figures, [name]: value })}
        />
      ))}
      <Textarea
        size="sm"
        autosize
        maxLength={1000}
        label={t('bodies.purpose')}
        value={entered.purpose}
        onChange={({ currentTarget: { value } }) => set({ purpose: value })}
      />
      {!body && (
        <TextInput
          size="sm"
          required
          maxLength={200}
          label={t('bodies.decision')}
          value={decision}
          onChange={({ currentTarget: { value } }) => setDecision(value)}
        />
      )}
      <p>
        <Button size="sm" type="submit" loading={write.isPending}>
          {label}
        </Button>
      </p>
      {write.error && <FailedNotice thrown={write.error} />}
    </form>
  );
};
