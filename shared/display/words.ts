import type { InterfaceLanguage } from '../timeline/view.ts';
import * as de from './words/de.ts';
import * as en from './words/en.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...any: never[]) => unknown
    ? T
    : { readonly [K in keyof T]: Widened<T[K]> };

/** All interface texts of public pages, in one language. */
export type Words = { readonly [Name in keyof typeof en]: Widened<(typeof en)[Name]> };

/** English, the language of the console, the files and the command line. */
export const ENGLISH: Words = en;

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = { en, de };

/** The interface texts of a language, by default English. */
export const wordsIn = (language: InterfaceLanguage = 'en'): Words => WORDS[language];
