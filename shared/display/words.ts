import type { InterfaceLanguage } from '../timeline/view.ts';
import * as de from './words/de.ts';
import * as en from './words/en.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...any: never[]) => unknown
    ? T
    : { readonly [K in keyof T]: Widened<T[K]> };

/** Every word of the interface of pages that readers see, in one language. */
export type Words = { readonly [Name in keyof typeof en]: Widened<(typeof en)[Name]> };

/** English, which the console, the files and the command line speak. */
export const ENGLISH: Words = en;

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = { en, de };

/** The words of a language, English where none is asked for. */
export const wordsIn = (language: InterfaceLanguage = 'en'): Words => WORDS[language];
