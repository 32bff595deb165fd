export { moveOnlineMoney, type OnlineMove } from '../use-cases/move-online-money.ts';
