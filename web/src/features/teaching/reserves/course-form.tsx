import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Course, useSaveCourse } from './use-reserves.ts';

const parts = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

type Props = { branchId: string; termId: string; course?: Course; close: () => void };

/** A dialog that makes a course or changes what is said of it; a new course opens. */
export const CourseForm = ({ branchId, termId, course, close }: Props) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [code, setCode] = useState(course?.code ?? '');
  const [title, setTitle] = useState(course?.title ?? '');
  const [department, setDepartment] = useState(course?.department ?? '');
  const [sections, setSections] = useState(course?.sections.join(', ') ?? '');
  const before = course?.instructors.join(', ') ?? '';
  const [instructors, setInstructors] = useState(before);
  const save = useSaveCourse(course?.courseId);
  const submit = (): void =>
    save.mutate(
      {
        ...{ branchId, termId, code, title, sections: parts(sections) },
        // An instructor who is a patron is linked: names that were not changed are not sent.
        ...(instructors !== before && { instructors: parts(instructors).map((name) => ({ name })) }),
        ...(department !== '' && { department }),
      },
      {
        onSuccess: ({ courseId }) => {
          close();
          if (!course) void navigate({ to: '/reserves/$courseId', params: { courseId } });
        },
      },
    );
  const fields = [
    { key: 'code', value: code, set: setCode, isRequired: true },
    { key: 'title', value: title, set: setTitle, isRequired: true },
    { key: 'department', value: department, set: setDepartment, isRequired: false },
    { key: 'sections', value: sections, set: setSections, isRequired: false },
    { key: 'instructors', value: instructors, set: setInstructors, isRequired: false },
  ] as const;
  return (
    <Dialog title={t(course ? 'reserve.edit-course' : 'reserve.new-course')} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {fields.map(({ key, value, set, isRequired }) => (
          <TextInput
            key={key}
            label={t(`reserve.${key}`)}
            required={isRequired}
            description={key === 'sections' || key === 'instructors' ? t('reserve.by-comma') : undefined}
            value={value}
            readOnly={key === 'code' && course !== undefined}
            onChange={({ currentTarget }) => set(currentTarget.value)}
          />
        ))}
        {save.error && <FailedNotice thrown={save.error} />}
        <div className="row">
          <Button type="submit" loading={save.isPending}>
            {t('do.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('do.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
