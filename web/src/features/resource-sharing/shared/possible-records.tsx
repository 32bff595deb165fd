import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../../components/icon.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { PossibleRecord } from './ways.ts';
import './ways.css';

/** A record of the catalogue in one line, as a link to its page. */
export const RecordLink = ({ record: { recordId, title, author, year } }: { record: PossibleRecord }) => (
  <Link to="/record/$recordId" params={{ recordId }}>
    {[title, author, year].filter(Boolean).join(', ')}
  </Link>
);

type Listed = { records: readonly PossibleRecord[]; onThis: (recordId: string) => void; isPending?: boolean };

/** Records that may be meant, each with its page and the button that requests it. */
export const PossibleList = ({ records, onThis, isPending = false }: Listed) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <ul className="possible">
      {records.map((record) => (
        <li key={record.recordId} className="row">
          <span>
            <RecordLink record={record} /> <span className="quiet">{textOf('format', record.format)}</span>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            disabled={isPending}
            aria-label={t('possible.this-of', { title: record.title })}
            onClick={() => onThis(record.recordId)}
          >
            {t('possible.this')}
          </Button>
        </li>
      ))}
    </ul>
  );
};

type Choice = {
  matched: PossibleRecord | undefined;
  possible: readonly PossibleRecord[];
  onThis: (recordId: string) => void;
  onNone: (recordIds: string[]) => void;
};

/**
 * Shows the catalogue's records for a citation before an external library is asked: the record that matches, and other possible ones. The
 * patron requests one of them, or states that they are not what is wanted.
 */
export const PossibleRecords = ({ matched, possible, onThis, onNone }: Choice) => {
  const t = useTranslate();
  if (!matched && possible.length === 0) return null;
  return (
    <section className="notice notice-warn" aria-labelledby="possible">
      <Icon name="warn" />
      <div className="stack">
        <h3 id="possible" className="notice-title">
          {t(matched ? 'possible.found' : 'possible.title')}
        </h3>
        {matched && (
          <p className="row">
            <RecordLink record={matched} />
            <Button size="compact-sm" variant="default" onClick={() => onNone([matched.recordId])}>
              {t('possible.not-this')}
            </Button>
          </p>
        )}
        {possible.length > 0 && (
          <>
            <p>{t('possible.meaning')}</p>
            <PossibleList records={possible} onThis={onThis} />
            <p>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onNone(possible.map(({ recordId }) => recordId))}
              >
                {t('possible.none')}
              </Button>
            </p>
          </>
        )}
      </div>
    </section>
  );
};
