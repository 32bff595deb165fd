export { classesWithoutTeacher } from '../data/classes-without-teacher.ts';
