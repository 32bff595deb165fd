import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Tried } from '../shared/item-mapping.ts';
import { useFileTexts, useWhy } from '../shared/use-file-texts.ts';

type Record = Tried['records'][number];

const tones: globalThis.Record<Record['items'][number]['is'], Tone> = {
  new: 'good',
  changed: 'warn',
  unchanged: 'none',
};

const Copies = ({ record: { items, rejects } }: { record: Record }) => {
  const t = useTranslate();
  const why = useWhy();
  const { branchName } = useDirectory();
  return (
    <tbody>
      {items.map(({ is, barcode, branchId, location, callNumber, category, copyNumber, volume }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: copies without a barcode are identified by their order alone.
        <tr key={at}>
          <td>
            <Badge tone={tones[is]}>{t(`tried.${is}`)}</Badge>
          </td>
          <td className="barcode">{barcode || t('tried.no-barcode')}</td>
          <td>{branchName(branchId)}</td>
          <td>{location}</td>
          <td>{callNumber}</td>
          <td>{category}</td>
          <td>{[volume, copyNumber].filter(Boolean).join(' · ')}</td>
        </tr>
      ))}
      {rejects.map((reject, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fields of a record may be refused alike.
        <tr key={`no-${at}`}>
          <td>
            <Badge tone={reject.what === 'item' ? 'bad' : 'warn'}>{t(`load-reject.${reject.what}`)}</Badge>
          </td>
          <td className="barcode">{reject.barcode}</td>
          <td colSpan={5}>{why(reject)}</td>
        </tr>
      ))}
    </tbody>
  );
};

const OneRecord = ({ record, name }: { record: Record; name: string }) => {
  const t = useTranslate();
  const why = useWhy();
  const { localId, refused, deletes, items, rejects, passedOver } = record;
  const hasRows = items.length + rejects.length > 0;
  return (
    <li className="stack tried-record">
      <h3>
        {name} {localId && !localId.startsWith('sha-') && <span className="barcode">{localId}</span>}
      </h3>
      {refused && <p className="bad">{why(refused)}</p>}
      {deletes && <p>{t('tried.deletes')}</p>}
      {!refused && !deletes && !hasRows && <p className="quiet">{t('tried.nothing')}</p>}
      {hasRows && (
        <ScrollTable name={t('tried.copies-of', { name })}>
          <thead>
            <tr>
              <th scope="col">{t('tried.what')}</th>
              <th scope="col">{t('pull.barcode')}</th>
              <th scope="col">{t('item-field.branch')}</th>
              <th scope="col">{t('item-field.location')}</th>
              <th scope="col">{t('item-field.callNumber')}</th>
              <th scope="col">{t('item-field.category')}</th>
              <th scope="col">{t('tried.part')}</th>
            </tr>
          </thead>
          <Copies record={record} />
        </ScrollTable>
      )}
      {passedOver > 0 && <p className="quiet">{t('tried.passed-over', { count: passedOver })}</p>}
    </li>
  );
};

type Given = {
  tried: Tried;
  memberId: string;
  /** The ready-made mapping of the draft, and the function that selects another. */
  dialect: string;
  take: (dialect: string) => void;
  /** Adds a row that maps a value of the file to a branch. */
  mapBranch: (value: string) => void;
};

/** Values without a branch: one click adds a row for each. */
const Unknown = ({ tried, mapBranch }: Pick<Given, 'tried' | 'mapBranch'>) => {
  const t = useTranslate();
  const all = tried.records.flatMap(({ rejects }) => rejects);
  const values = [
    ...new Set(all.flatMap(({ reason, value }) => (reason === 'branch-unknown' && value ? [value] : []))),
  ];
  if (values.length === 0) return null;
  return (
    <div className="notice notice-warn">
      <div>
        <p>{t('tried.unknown-branches', { count: values.length })}</p>
        <p className="row">
          {values.slice(0, 20).map((value) => (
            <Button key={value} size="sm" variant="default" onClick={() => mapBranch(value)}>
              {t('tried.map', { value })}
            </Button>
          ))}
        </p>
      </div>
    </div>
  );
};

/** The ready-made mappings that find more in these records than the current one. */
const Fits = ({ tried: { fits, counts }, dialect, take }: Pick<Given, 'tried' | 'dialect' | 'take'>) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const found = counts.new + counts.changed + counts.unchanged + counts.refused;
  const [best] = Object.entries(fits).sort(([, a], [, b]) => b - a);
  if (!best || best[0] === dialect || best[1] <= found) return null;
  const name = textOf('dialect', best[0]);
  return (
    <div className="notice notice-warn">
      <div>
        <p>{t('tried.fits', { name, count: best[1] })}</p>
        <Button size="sm" variant="default" onClick={() => take(best[0])}>
          {t('tried.take', { name })}
        </Button>
      </div>
    </div>
  );
};

/** Records edited by staff that differ from the file: how many edits stay, and where to configure that. */
const Edited = ({ count, memberId }: { count: number; memberId: string }) => {
  const t = useTranslate();
  if (count === 0) return null;
  return (
    <div className="notice notice-warn">
      <div>
        <p>{t('tried.edited', { count })}</p>
        <Link to="/protected-fields" search={{ member: memberId }}>
          {t('tried.to-protected')}
        </Link>
      </div>
    </div>
  );
};

/** The result of a mapping on sample records: totals, then each record with what would be refused and why. */
export const TryResult = ({ tried, memberId, dialect, take, mapBranch }: Given) => {
  const t = useTranslate();
  const texts = useFileTexts();
  const { counts, records, form, hasMore } = tried;
  return (
    <div className="stack">
      <div role="status" className="stack tried-sums">
        <p>
          <strong>{t('tried.sum', { ...counts })}</strong>
        </p>
        <p className="quiet">
          {t('tried.looked', { form: texts.form(form), records: counts.records })} {hasMore && t('tried.has-more')}{' '}
          {counts.recordsRefused > 0 && t('tried.records-refused', { count: counts.recordsRefused })}
        </p>
      </div>
      <Edited count={counts.edited} memberId={memberId} />
      <Fits tried={tried} dialect={dialect} take={take} />
      <Unknown tried={tried} mapBranch={mapBranch} />
      <ul className="stack">
        {records.map((record) => (
          <OneRecord key={record.offset} record={record} name={record.title || t('tried.untitled')} />
        ))}
      </ul>
    </div>
  );
};
