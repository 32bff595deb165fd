/** Covers that the staff of libraries upload. */
export const upload = {
  'problem.not-your-title': 'Su biblioteca no tiene ningún registro de este título.',
  'problem.picture-too-large': 'Una imagen tiene como máximo 2 000 000 de bytes.',
  'problem.not-a-picture': 'El archivo no es un JPEG, PNG o WebP completo, o está animado.',
  'problem.not-cover-size': 'Cada lado de una portada tiene de 40 a 4000 píxeles.',
  'problem.no-cover': 'La biblioteca ya no tiene portada de este título.',
  'upload.title': 'Portadas subidas',
  'upload.meaning':
    'La más reciente se muestra a todos en lugar de otras. Los navegadores que ya mostraron otra portada cambian en un día.',
  'upload.none': 'Ninguna biblioteca ha subido una portada de este título.',
  'upload.shown': 'La portada que se muestra',
  'upload.by': '{name}, {day}, {width} × {height} píxeles',
  'upload.file':
    'Portada para {name}: JPEG, PNG o WebP, 2 MB como máximo. Se quitan el lugar y la cámara de una fotografía.',
  'upload.send': 'Subir portada',
  'upload.stored': 'La portada está guardada.',
  'upload.remove': 'Quitar',
  'upload.remove-of': 'Quitar la portada de {name}',
  'upload.removed': 'La portada se ha quitado.',
} as const;
