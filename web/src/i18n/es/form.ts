/** Los errores de los campos que se encuentran antes de enviar un formulario. */
export const form = {
  'form.missing': 'Rellene este campo.',
  'form.too-short': '{bound, plural, one {Al menos # carácter.} other {Al menos # caracteres.}}',
  'form.too-long': '{bound, plural, one {Como máximo # carácter.} other {Como máximo # caracteres.}}',
  'form.too-small': 'Al menos {bound}.',
  'form.too-large': 'Como máximo {bound}.',
  'form.no-fit': 'No tiene la forma esperada.',
};
