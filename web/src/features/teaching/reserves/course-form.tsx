import rules from 'virtual:form/teaching-create-course';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Dialog } from '../../../components/dialog.tsx';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Course, useSaveCourse } from './use-reserves.ts';

const parts = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

type Props = { branchId: string; termId: string; course?: Course; close: () => void };

/** A dialog that makes a course or changes its description; a new course opens. */
export const CourseForm = ({ branchId, termId, course, close }: Props) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { code = '', title = '', department = '' } = course ?? {};
  const before = course?.instructors.join(', ') ?? '';
  const sections = course?.sections.join(', ') ?? '';
  const { text, submit, failed, refused } = useOperationForm({
    rules,
    initial: { code, title, department, sections, instructors: before },
  });
  const save = useSaveCourse(course?.courseId);
  const send = submit(({ code = '', title = '', department, sections = '', instructors = '' }) =>
    save.mutate(
      {
        ...{ branchId, termId, code, title, sections: parts(sections) },
        // An instructor who is a patron is linked: names that were not changed are not sent.
        ...(instructors !== before && { instructors: parts(instructors).map((name) => ({ name })) }),
        ...(department !== undefined && { department }),
      },
      {
        onError: refused,
        onSuccess: ({ courseId }) => {
          close();
          if (!course) void navigate({ to: '/reserves/$courseId', params: { courseId } });
        },
      },
    ),
  );
  return (
    <Dialog title={t(course ? 'reserve.edit-course' : 'reserve.new-course')} close={close}>
      <form className="stack" noValidate onSubmit={send}>
        {(['code', 'title', 'department', 'sections', 'instructors'] as const).map((key) => (
          <TextInput
            {...text(key)}
            key={key}
            label={t(`reserve.${key}`)}
            description={key === 'sections' || key === 'instructors' ? t('reserve.by-comma') : undefined}
            readOnly={key === 'code' && course !== undefined}
          />
        ))}
        {failed && <FailedNotice thrown={failed} />}
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
