import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { Answered, operations } from '../../../api/current-user.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { textsBody, textsOf } from './text-choice.ts';

const TextMessages = lazyComponent(() => import('./text-messages.tsx'), 'TextMessages');

export type Chosen = Answered<'notices-show-my-choices'>;
type Body = operations['notices-set-my-choices']['requestBody']['content']['application/json'];
type Kind = Chosen['kinds'][number]['kind'];
type Channel = Chosen['optOuts'][number]['channels'][number];

const isOut = ({ optOuts }: Chosen, kind: Kind, channel: Channel): boolean =>
  optOuts.some((out) => out.kind === kind && out.channels.includes(channel));

const toggled = (chosen: Chosen, kind: Kind, channel: Channel): Chosen => {
  const before = chosen.optOuts.find((out) => out.kind === kind)?.channels ?? [];
  const channels = before.includes(channel) ? before.filter((one) => one !== channel) : [...before, channel];
  const others = chosen.optOuts.filter((out) => out.kind !== kind);
  return { ...chosen, optOuts: channels.length > 0 ? [...others, { kind, channels }] : others };
};

type Given = { saved: Chosen; queryKey: readonly string[]; send: (body: Body) => Promise<Chosen> };

/** The form of the choices of notices: types, channels and language. */
export const ChoicesForm = ({ saved, queryKey, send }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { language } = useFormat();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(saved);
  const [texts, setTexts] = useState(() => textsOf(saved));
  const save = useMutation({
    mutationFn: ({ optOuts, letters, receipts, language: code }: Chosen) =>
      send({ optOuts, letters, ...(receipts && { receipts }), ...(code && { language: code }), ...textsBody(texts) }),
    onSuccess: (now) => {
      client.setQueryData(queryKey, now);
      setTexts(textsOf(now));
      toast(t('choice.saved'));
    },
  });
  const channels: Channel[] = [
    ...(chosen.reach.email ? (['email'] as const) : []),
    ...(chosen.reach.letter ? (['letter'] as const) : []),
  ];
  const languages = [...new Set([...chosen.languages, ...(chosen.language ? [chosen.language] : [])])];
  return (
    <>
      {channels.length === 0 && !chosen.reach.sms && <p className="quiet">{t('choice.unreachable')}</p>}
      {channels.map((channel) => (
        <fieldset key={channel} className="choices">
          <legend>{textOf('choice', channel)}</legend>
          {chosen.kinds
            .filter(({ on }) => on)
            .map(({ kind, mandatory }) => (
              <Checkbox
                key={kind}
                label={textOf('notice-kind', kind)}
                {...(mandatory && { description: t('choice.mandatory') })}
                disabled={mandatory}
                checked={mandatory || !isOut(chosen, kind, channel)}
                onChange={() => setChosen(toggled(chosen, kind, channel))}
              />
            ))}
        </fieldset>
      ))}
      {chosen.reach.sms && (
        <Suspense>
          <TextMessages chosen={chosen} texts={texts} change={setTexts} />
        </Suspense>
      )}
      {chosen.reach.email && chosen.reach.letter && (
        <Checkbox
          label={t('choice.letters')}
          checked={chosen.letters}
          onChange={({ currentTarget }) => setChosen({ ...chosen, letters: currentTarget.checked })}
        />
      )}
      {chosen.reach.email && chosen.reach.receipts && (
        <Checkbox
          label={t('choice.receipts')}
          description={t('choice.receipts-meaning')}
          checked={chosen.receipts === true}
          onChange={({ currentTarget: { checked } }) => {
            const { receipts: _, ...rest } = chosen;
            setChosen(checked ? { ...rest, receipts: true } : rest);
          }}
        />
      )}
      <NativeSelect
        label={t('choice.language')}
        value={chosen.language ?? ''}
        data={[
          { value: '', label: t('choice.no-language') },
          ...languages.map((code) => ({ value: code, label: language(code) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const { language: _, ...rest } = chosen;
          setChosen(value === '' ? rest : { ...rest, language: value });
        }}
      />
      <div>
        <Button loading={save.isPending} onClick={() => save.mutate(chosen)}>
          {t('choice.save')}
        </Button>
      </div>
      {save.error && <FailedNotice thrown={save.error} />}
    </>
  );
};
