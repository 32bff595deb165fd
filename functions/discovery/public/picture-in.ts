export { pictureIn } from '../domain/covers/picture.ts';
