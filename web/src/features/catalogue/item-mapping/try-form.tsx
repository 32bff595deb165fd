import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { asProblem, Problem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Mapping, useTry } from '../shared/item-mapping.ts';
import { useWhy } from '../shared/use-file-texts.ts';
import { fileOfPasted } from './pasted.ts';
import { someBytes } from './some-bytes.ts';
import { TryResult } from './try-result.tsx';

const ways = ['file', 'paste'] as const;

type Given = {
  memberId: string;
  /** The mapping to try, saved or not; undefined while it has faults. */
  mapping: Mapping | undefined;
} & Omit<Parameters<typeof TryResult>[0], 'tried' | 'memberId'>;

/** The format of a file that contains no MARC. */
const WhatElse = ({ thrown }: { thrown: unknown }) => {
  const why = useWhy();
  const codes = asProblem(thrown).reasons.flatMap(({ params }) => (typeof params.why === 'string' ? [params.why] : []));
  return codes.map((reason) => <p key={reason}>{why({ reason, detail: '' })}</p>);
};

/** Tries a mapping on sample records, from a file or pasted; writes nothing. */
export const TryForm = ({ memberId, mapping, ...more }: Given) => {
  const t = useTranslate();
  const id = useId();
  const [way, setWay] = useState<(typeof ways)[number]>('file');
  const [file, setFile] = useState<File>();
  const [text, setText] = useState('');
  const look = useTry(memberId);
  const trying = useMutation({
    mutationFn: async (by: Mapping) => {
      const pasted = way === 'paste' ? fileOfPasted(text, t('tried.pasted')) : undefined;
      const source = way === 'file' ? file : pasted === undefined ? undefined : new Blob([pasted]);
      if (!source) throw new Problem(422, 'no-field-pasted', '');
      return look.mutateAsync({ mapping: by, ...(await someBytes(source)) });
    },
  });
  const isReady = mapping !== undefined && (way === 'file' ? file !== undefined : text.trim() !== '');
  // A result of an earlier draft says nothing about the current one.
  const isStale = trying.data !== undefined && JSON.stringify(trying.variables) !== JSON.stringify(mapping);
  const go = (): void => {
    if (isReady) trying.mutate(mapping);
  };
  return (
    <>
      <form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
        // Enter starts a new line in the pasted text, so Ctrl+Enter submits.
        onKeyDown={({ key, ctrlKey }) => {
          if (key === 'Enter' && ctrlKey) go();
        }}
      >
        <fieldset className="row">
          <legend className="visually-hidden">{t('tried.which')}</legend>
          {ways.map((one) => (
            <Button
              key={one}
              size="sm"
              variant={way === one ? 'filled' : 'default'}
              aria-pressed={way === one}
              onClick={() => setWay(one)}
            >
              {t(`tried.by-${one}`)}
            </Button>
          ))}
        </fieldset>
        {way === 'file' ? (
          <div className="load-file">
            <label htmlFor={id}>{t('tried.file')}</label>
            <input
              id={id}
              type="file"
              aria-describedby={`${id}-meaning`}
              onChange={({ currentTarget: { files } }) => setFile(files?.[0])}
            />
            <p id={`${id}-meaning`} className="quiet">
              {t('tried.file-meaning')}
            </p>
          </div>
        ) : (
          <Textarea
            label={t('tried.text')}
            description={t('tried.text-meaning')}
            inputWrapperOrder={['label', 'description', 'input', 'error']}
            className="mapping-code"
            rows={6}
            spellCheck={false}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        <p className="row">
          <Button type="submit" disabled={!isReady} loading={trying.isPending}>
            {t('tried.try')}
          </Button>
          <span className="quiet">{t(mapping === undefined ? 'tried.mend-first' : 'tried.nothing-written')}</span>
        </p>
        {trying.error && (
          <FailedNotice thrown={trying.error}>
            <WhatElse thrown={trying.error} />
          </FailedNotice>
        )}
      </form>
      {isStale && <p className="notice notice-warn">{t('tried.stale')}</p>}
      {trying.data && <TryResult tried={trying.data} memberId={memberId} {...more} />}
    </>
  );
};
