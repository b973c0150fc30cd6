import { detectLanguage } from '../../../shared/text/language.ts';

describe('the language of a text', () => {
  test.each([
    ['en', 'The mayor said on Friday that the bridge would be closed for the rest of the year.'],
    ['de', 'Der Bürgermeister sagte am Freitag, dass die Brücke für den Rest des Jahres geschlossen wird.'],
    ['fr', 'Le maire a déclaré vendredi que le pont serait fermé pour le reste de l’année.'],
    ['es', 'El alcalde dijo el viernes que el puente se cerrará durante el resto del año.'],
    ['it', 'Il sindaco ha detto venerdì che il ponte sarà chiuso per il resto dell’anno.'],
    ['ru', 'Мэр заявил в пятницу, что мост будет закрыт до конца года.'],
    ['zh', '市长星期五说，大桥将关闭到年底。'],
    ['ja', '市長は金曜日に橋を閉鎖すると述べた。'],
    ['ar', 'قال رئيس البلدية يوم الجمعة إن الجسر سيغلق حتى نهاية العام.'],
    ['he', 'ראש העיר אמר ביום שישי שהגשר ייסגר עד סוף השנה.'],
  ])('is detected: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each(['', '12345 2014-03-30', '🎉🎉', 'Xyzzy plugh', 'OK'])('is und if it is unknown: %j', (text) => {
    expect(detectLanguage(text)).toBe('und');
  });
});
