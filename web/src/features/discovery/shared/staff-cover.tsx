import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { fileInBase64 } from '../../../api/file-base64.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../../membership/shared/use-member.ts';
import { smallerPicture } from './smaller-picture.ts';
import { type UploadedCover, useRemoveCover, useUploadCover, useUploadedCovers } from './use-uploaded-covers.ts';
import './staff-cover.css';

const MOST_BYTES = 2_000_000;

const OneCover = ({ cover, mayRemove }: { cover: UploadedCover; mayRemove: boolean }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const remove = useRemoveCover(cover);
  const name = memberName(cover.memberId);
  return (
    <li className="row">
      <span>{t('upload.by', { name, day: date(cover.at), width: cover.width, height: cover.height })}</span>
      {mayRemove && (
        <Button
          size="xs"
          variant="default"
          loading={remove.isPending}
          aria-label={t('upload.remove-of', { name })}
          onClick={() => remove.mutate({}, { onSuccess: () => toast(t('upload.removed')) })}
        >
          {t('upload.remove')}
        </Button>
      )}
      {remove.error && <FailedNotice thrown={remove.error} />}
    </li>
  );
};

const UploadForm = ({ recordId, memberId }: { recordId: string; memberId: string }) => {
  const t = useTranslate();
  const id = useId();
  const { memberName } = useDirectory();
  const [file, setFile] = useState<Blob>();
  const upload = useUploadCover({ recordId, memberId });
  const isTooLarge = file !== undefined && file.size > MOST_BYTES;
  const choose = async (chosen: File | undefined): Promise<void> => setFile(chosen && (await smallerPicture(chosen)));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (file) upload.mutate({ picture: await fileInBase64(file) }, { onSuccess: () => toast(t('upload.stored')) });
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{t('upload.file', { name: memberName(memberId) })}</label>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        onChange={({ currentTarget: { files } }) => void choose(files?.[0])}
      />
      {isTooLarge && <p className="notice notice-warn">{t('problem.picture-too-large')}</p>}
      {upload.error && <FailedNotice thrown={upload.error} />}
      <p>
        <Button type="submit" size="sm" loading={upload.isPending} disabled={!file || isTooLarge}>
          {t('upload.send')}
        </Button>
      </p>
    </form>
  );
};

/** The covers that libraries uploaded for a title, and the form to upload one: for staff on the page of the record. */
export const StaffCover = ({ recordId, owners }: { recordId: string; owners: readonly string[] }) => {
  const t = useTranslate();
  const who = useWho();
  const own = useMembers('cataloguer', 'member-admin').map(({ memberId }) => memberId);
  const { data } = useUploadedCovers(recordId);
  const covers = data?.covers ?? [];
  const [first] = covers;
  const mayRemove = ({ memberId }: UploadedCover) => hasRole(who, 'admin') || own.includes(memberId);
  return (
    <Panel title={t('upload.title')} count={covers.length}>
      <div className="stack">
        <p className="quiet">{t(first ? 'upload.meaning' : 'upload.none')}</p>
        {first && (
          <img
            className="staff-cover"
            src={`/v1/discovery/covers/${recordId}?size=large&at=${encodeURIComponent(first.at)}`}
            alt={t('upload.shown')}
            // That of a title that not everybody may see is not shown.
            onError={({ currentTarget }) => {
              currentTarget.hidden = true;
            }}
          />
        )}
        <ul className="staff-covers">
          {covers.map((cover) => (
            <OneCover key={`${cover.recordId} ${cover.memberId}`} cover={cover} mayRemove={mayRemove(cover)} />
          ))}
        </ul>
        {owners
          .filter((memberId) => own.includes(memberId))
          .map((memberId) => (
            <UploadForm key={memberId} {...{ recordId, memberId }} />
          ))}
      </div>
    </Panel>
  );
};
