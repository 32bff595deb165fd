import { Link } from '@tanstack/react-router';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Line, type LineState, useLines } from '../item-changes/changes.ts';

/** The differences of one record by field, as MARC with the name of the field; each line says whether it goes or comes. */
const Differences = ({ fields }: { fields: NonNullable<Line['fields']> }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <ul className="record-diff">
      {fields.map(({ tag, before, after }) => (
        <li key={tag}>
          <strong>{tag}</strong>
          <div className="record-diff-lines">
            <span className="quiet">{textOf('marc', tag, '')}</span>
            {before.map((line) => (
              <del key={line}>
                <span className="visually-hidden">{t('record-changes.was')} </span>
                {line}
              </del>
            ))}
            {after.map((line) => (
              <ins key={line}>
                <span className="visually-hidden">{t('record-changes.becomes')} </span>
                {line}
              </ins>
            ))}
            {before.length + after.length === 0 && <span>{t('record-changes.long')}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
};

const OneLine = ({ line }: { line: Line }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { sourceId = '', title, fields, reason, finding } = line;
  const number = sourceId.includes(':') ? sourceId.slice(sourceId.indexOf(':') + 1) : sourceId;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          {sourceId.includes(':') ? (
            <Link to="/edit/$sourceId" params={{ sourceId }}>
              {title || number}
            </Link>
          ) : (
            number
          )}
        </h3>
        {title && <p className="quiet">{t('record-changes.number', { number })}</p>}
        {reason && (
          <p>
            {textOf('batch-why', reason)} {finding && textOf('finding', finding.code, finding.detail, finding.params)}
          </p>
        )}
        {fields && <Differences fields={fields} />}
      </div>
    </li>
  );
};

type Given = { memberId: string; batchId: string; of: LineState; count: number };

/** The records of a change in one state: what differs field by field, and why a record was not changed. */
export const RecordLines = ({ memberId, batchId, of, count }: Given) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLines(
    memberId,
    batchId,
    of,
    count,
  );
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={90} />;
  const lines = data.pages.flatMap(({ items }) => items);
  if (lines.length === 0) return <p className="quiet">{t('record-changes.no-lines')}</p>;
  return (
    <>
      <ul className="rows" aria-label={t(`batch-line.${of}`)}>
        {lines.map((line) => (
          <OneLine key={line.sourceId} line={line} />
        ))}
      </ul>
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};
