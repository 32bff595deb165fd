import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type EnteredPattern, enteredOf, type PatternFault, seriesOf } from './pattern-entry.ts';
import { PatternFields } from './pattern-fields.tsx';
import { type Pattern, type Preview, type SeriesBody, usePreview } from './serials.ts';

/** A pattern as it is typed, with the supplements and indexes that were read from MARC fields. */
export type EnteredSeries = { basic: EnteredPattern; more: Omit<SeriesBody, 'basic'> };

/** Returns the body of entered series, or what is wrong. */
export const bodyOf = ({ basic, more }: EnteredSeries, language: Pattern['language']): SeriesBody | PatternFault => {
  const series = seriesOf(basic, language);
  return typeof series === 'string' ? series : { basic: series, ...more };
};

const kinds = ['basic', 'supplement', 'index'] as const;
type SeriesKind = (typeof kinds)[number];

/** Returns the patterns of a body as a list with their kinds. */
const listOf = (body: SeriesBody) =>
  kinds.flatMap((kind) => {
    const series = body[kind];
    return series ? [{ kind, ...series }] : [];
  });

const isBody = (body: SeriesBody | PatternFault): body is SeriesBody => typeof body !== 'string';

const Issues = ({ issues }: { issues: Preview['issues'] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <ol className="order-steps" aria-label={t('serials.preview')}>
      {issues.map(({ kind, on, label, isSkipped }) => (
        <li key={`${kind} ${on} ${label}`}>
          <b>{label}</b> {date(on)}
          {isSkipped && <span className="quiet"> {t('serial-state.not-issued')}</span>}
        </li>
      ))}
    </ol>
  );
};

type Props = {
  memberId: string;
  language: Pattern['language'];
  entered: EnteredSeries;
  change: (entered: EnteredSeries) => void;
};

/** The form of a pattern: its fields, or MARC fields that are read into them, and a preview of the next twelve issues. */
export const PatternForm = ({ memberId, language, entered, change }: Props) => {
  const t = useTranslate();
  const [mfhd, setMfhd] = useState('');
  const [fault, setFault] = useState<PatternFault>();
  const [dropped, setDropped] = useState<readonly SeriesKind[]>([]);
  const preview = usePreview(memberId);
  const show = (): void => {
    const body = bodyOf(entered, language);
    setFault(isBody(body) ? undefined : body);
    if (isBody(body)) preview.mutate({ count: 12, of: { series: listOf(body) } });
  };
  const read = (): void =>
    preview.mutate(
      { count: 12, of: { mfhd, language } },
      {
        onSuccess: ({ series }) => {
          const of = (wanted: string) => series.find(({ kind }) => kind === wanted);
          const basic = of('basic');
          const more: EnteredSeries['more'] = {};
          for (const kind of ['supplement', 'index'] as const) {
            const one = of(kind);
            if (one?.first) more[kind] = { pattern: one.pattern, first: one.first };
          }
          setDropped(series.flatMap(({ kind, first }) => (kind !== 'basic' && !first ? [kind] : [])));
          change({ basic: basic ? enteredOf(basic.pattern, basic.first) : entered.basic, more });
        },
      },
    );
  return (
    <fieldset className="order-line">
      <legend>{t('serials.pattern')}</legend>
      <PatternFields
        entered={entered.basic}
        change={(over) => change({ ...entered, basic: { ...entered.basic, ...over } })}
      />
      {Object.keys(entered.more).length > 0 && <p className="quiet">{t('serials.with-more')}</p>}
      {dropped.length > 0 && (
        <p role="status">
          {t('serials.no-last-issue', { series: dropped.map((kind) => t(`serial-kind.${kind}`)).join(', ') })}
        </p>
      )}
      <details>
        <summary>{t('serials.read-marc')}</summary>
        <div className="stack">
          <Textarea
            size="sm"
            rows={4}
            maxLength={8_000}
            label={t('serials.marc-fields')}
            description={t('serials.marc-meaning')}
            value={mfhd}
            onChange={({ currentTarget: { value } }) => setMfhd(value)}
          />
          <p>
            <Button
              size="sm"
              variant="default"
              loading={preview.isPending}
              disabled={mfhd.trim() === ''}
              onClick={read}
            >
              {t('serials.read')}
            </Button>
          </p>
        </div>
      </details>
      <p>
        <Button size="sm" variant="default" loading={preview.isPending} onClick={show}>
          {t('serials.show-preview')}
        </Button>
      </p>
      {fault && (
        <p className="bad" role="alert">
          {t(`serial-fault.${fault}`)}
        </p>
      )}
      {preview.error && <FailedNotice thrown={preview.error} />}
      {preview.data && !fault && <Issues issues={preview.data.issues} />}
    </fieldset>
  );
};
