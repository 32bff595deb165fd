import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Kind, MOST_BYTES } from '../shared/imports.ts';
import { useFileTexts } from '../shared/use-file-texts.ts';
import { MappingLine } from './mapping-line.tsx';
import { Bar } from './progress.tsx';
import { type Recognised, recognise } from './recognise.ts';
import { useSending } from './use-sending.ts';

const kinds: readonly Kind[] = ['records', 'authorities'];

/** Returns the format of the selected file; undefined while it is checked. */
const useRecognised = (file: File | undefined) =>
  useQuery({
    queryKey: ['recognised', file?.name, file?.size, file?.lastModified],
    queryFn: (): Promise<Recognised> => (file ? recognise(file) : Promise.reject(new Error('no file'))),
    enabled: file !== undefined,
    staleTime: 0,
    gcTime: 0,
  });

/** The format of the file, shown on selection, so that files without MARC are not uploaded. */
const FileLine = ({ file, is }: { file: File; is: Recognised | undefined }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const texts = useFileTexts();
  if (file.size > MOST_BYTES)
    return <p className="bad">{t('loads.too-large', { size: texts.size(file.size), most: texts.size(MOST_BYTES) })}</p>;
  if (is && 'not' in is) return <p className="bad">{textOf('load-why', is.not)}</p>;
  return <p>{is && t('loads.recognised', { form: texts.form(is.form), size: texts.size(file.size) })}</p>;
};

const SendingLine = ({ file, sent, stop }: { file: File; sent: number; stop: () => void }) => {
  const t = useTranslate();
  const { percent } = useFormat();
  const texts = useFileTexts();
  return (
    <div className="stack load-sending">
      <Bar name={t('loads.sending', { file: file.name })} of={file.size} through={sent} />
      <p className="row">
        {t('loads.sent-so-far', {
          ...{ share: percent(sent / file.size), sent: texts.size(sent), size: texts.size(file.size) },
        })}
        <Button size="sm" variant="default" onClick={stop}>
          {t('loads.stop')}
        </Button>
      </p>
      <p className="quiet">{t('loads.stay')}</p>
    </div>
  );
};

/** The form for a new import: the kind of records, the file, and the upload progress. The import has its own page. */
export const NewLoadForm = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const id = useId();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('records');
  const [file, setFile] = useState<File>();
  const { data: is } = useRecognised(file);
  const { sending, isGoing, begin, stop } = useSending(memberId, (importId) => {
    toast(t('loads.sent'));
    void navigate({ to: '/loads/$importId', params: { importId }, search: { member: memberId } });
  });
  const isSound = file !== undefined && file.size <= MOST_BYTES && is !== undefined && 'form' in is;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isSound && !isGoing) void begin({ file, kind });
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <fieldset className="row load-kinds" disabled={isGoing}>
        <legend>{t('loads.what')}</legend>
        {kinds.map((one) => (
          <Button
            key={one}
            size="sm"
            variant={kind === one ? 'filled' : 'default'}
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
          >
            {t(`load-kind.${one}`)}
          </Button>
        ))}
      </fieldset>
      <p className="quiet">{t(`load-kind-meaning.${kind}`)}</p>
      {kind === 'records' && <MappingLine memberId={memberId} />}
      <div className="load-file">
        <label htmlFor={id}>{t('loads.file')}</label>
        <input
          id={id}
          type="file"
          disabled={isGoing}
          aria-describedby={`${id}-is`}
          onChange={({ currentTarget: { files } }) => setFile(files?.[0])}
        />
        <p className="quiet">{t('loads.forms')}</p>
        <div id={`${id}-is`} aria-live="polite">
          {file && <FileLine file={file} is={is} />}
        </div>
      </div>
      {file && sending.is === 'under-way' && <SendingLine file={file} sent={sending.sent} stop={stop} />}
      {sending.is === 'broken' && (
        <FailedNotice thrown={sending.problem}>
          <p>{t('loads.nothing-kept')}</p>
        </FailedNotice>
      )}
      {sending.is !== 'under-way' && (
        <p>
          <Button type="submit" disabled={!isSound} loading={sending.is === 'opening'}>
            {t(sending.is === 'broken' ? 'loads.send-again' : 'loads.send')}
          </Button>
        </p>
      )}
    </form>
  );
};
