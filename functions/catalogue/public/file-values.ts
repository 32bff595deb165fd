export { fileValuesWhenSet } from '../domain/items/values-in-files.ts';
