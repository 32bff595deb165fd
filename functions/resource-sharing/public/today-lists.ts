export { type TodayList, todayLists } from '../domain/workflow/today-lists.ts';
