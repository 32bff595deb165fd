import { lazyComponent } from '../../../components/lazy-page.ts';

/** The form of a course, loaded when it is first shown. */
export const CourseForm = lazyComponent(() => import('./course-form.tsx'), 'CourseForm');
