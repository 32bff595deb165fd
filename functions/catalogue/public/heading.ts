export { END, type HeadingValue, headingKey, keyText, readHeading, typedKeys } from '../domain/index/heading.ts';
