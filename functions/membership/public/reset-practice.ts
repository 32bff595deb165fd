export { resetPractice } from '../use-cases/reset-practice.ts';
