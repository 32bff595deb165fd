export { lateSince } from '../domain/late-since.ts';
