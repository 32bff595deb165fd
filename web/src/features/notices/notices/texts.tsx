import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

type Text = Answered<'notices-list-texts'>['texts'][number];
type Editing = { owner: string; language: string; text: Text };

const Preview = ({ owner, language, text, draft }: Editing & { draft: { subject: string; text: string } }) => {
  const t = useTranslate();
  const { template, channel } = text;
  const preview = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/notices/owners/{owner}/previews', {
          params: { path: { owner } },
          body: { template, channel, language, draft },
        }),
      ),
  });
  const size = preview.data?.size;
  return (
    <>
      <Button variant="default" size="sm" loading={preview.isPending} onClick={() => preview.mutate()}>
        {t('texts.preview')}
      </Button>
      {preview.error && <FailedNotice thrown={preview.error} />}
      {preview.data && (
        <figure className="card text-preview" aria-label={t('texts.preview')}>
          {channel !== 'sms' && <figcaption>{preview.data.subject}</figcaption>}
          <p>{preview.data.text}</p>
          {size && <p className="quiet">{t('texts.size', { ...size, alphabet: size.alphabet.toUpperCase() })}</p>}
        </figure>
      )}
    </>
  );
};

const Editor = ({ owner, language, text }: Editing) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [subject, setSubject] = useState(text.subject);
  const [body, setBody] = useState(text.text);
  const { template, channel } = text;
  // A text found in another language does not belong to this one, so saving creates a new text.
  const own = text.from === owner && text.language === language ? text.version : undefined;
  const path = { owner, language, channel, template };
  const anew = () => client.invalidateQueries({ queryKey: ['notice-texts', owner] });
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/v1/notices/owners/{owner}/texts/{language}/{channel}/{template}', {
          params: { path },
          body: { subject, text: body, ...(own !== undefined && { version: own }) },
        }),
      ),
    onSuccess: anew,
  });
  const remove = useMutation({
    mutationFn: (version: number) =>
      take(
        api.DELETE('/v1/notices/owners/{owner}/texts/{language}/{channel}/{template}', {
          params: { path, query: { version } },
        }),
      ),
    onSuccess: anew,
  });
  return (
    <>
      <p className="quiet">
        {own === undefined ? t('texts.not-own') : t('texts.own', { version: own })}{' '}
        {t('texts.placeholders', { list: text.placeholders.map((one) => `{${one}}`).join(' ') })}
      </p>
      {channel !== 'sms' && (
        <TextInput
          label={t('texts.subject')}
          maxLength={150}
          value={subject}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
        />
      )}
      <Textarea
        label={t('texts.text')}
        autosize
        minRows={6}
        maxLength={4000}
        value={body}
        onChange={({ currentTarget }) => setBody(currentTarget.value)}
      />
      <div className="row">
        <Button size="sm" loading={save.isPending} onClick={() => save.mutate()}>
          {t('texts.save')}
        </Button>
        <Preview owner={owner} language={language} text={text} draft={{ subject, text: body }} />
        {own !== undefined && (
          <Button variant="default" size="sm" loading={remove.isPending} onClick={() => remove.mutate(own)}>
            {t('texts.remove')}
          </Button>
        )}
      </div>
      {(save.error ?? remove.error) && <FailedNotice thrown={save.error ?? remove.error} />}
      {save.data && (
        <p role="status" className="good">
          {t('texts.saved')}
        </p>
      )}
    </>
  );
};

const isCode = (text: string): boolean => /^[a-z]{3}$/.test(text);

/** Opens the texts in a language in which there are none yet. */
const OtherLanguage = ({ open }: { open: (language: string) => void }) => {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const code = typed.trim().toLowerCase();
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        open(code);
        setTyped('');
      }}
    >
      <TextInput
        label={t('texts.other-language')}
        description={t('texts.other-language-hint')}
        value={typed}
        maxLength={3}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!isCode(code)}>
        {t('texts.open-language')}
      </Button>
    </form>
  );
};

/** A library's notice texts: select one, edit it, and preview it with invented data. */
export const Texts = ({ owner }: { owner: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { language: nameOf } = useFormat();
  const [language, setLanguage] = useState('eng');
  const [chosen, setChosen] = useState('hold-ready mail');
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-texts', owner, language],
    queryFn: () =>
      take(api.GET('/v1/notices/owners/{owner}/texts', { params: { path: { owner }, query: { language } } })),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={48} />;
  const keyOf = ({ template, channel }: Text): string => `${template} ${channel}`;
  const text = data.texts.find((one) => keyOf(one) === chosen) ?? data.texts[0];
  return (
    <section className="card" aria-labelledby="texts">
      <h2 id="texts">{t('texts.title')}</h2>
      <div className="row">
        <NativeSelect
          label={t('texts.which')}
          value={text ? keyOf(text) : ''}
          data={data.texts.map((one) => ({
            value: keyOf(one),
            label: `${textOf('notice-kind', one.template)} · ${textOf('choice', one.channel)}`,
          }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
        <NativeSelect
          label={t('texts.language')}
          value={language}
          data={[...new Set([...data.languages, language])].map((code) => ({ value: code, label: nameOf(code) }))}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
        />
      </div>
      <OtherLanguage open={setLanguage} />
      <p className="quiet">{t('texts.fallback', { language: nameOf(data.fallback) })}</p>
      {text && (
        <Editor key={`${keyOf(text)} ${language} ${text.version}`} owner={owner} language={language} text={text} />
      )}
    </section>
  );
};
