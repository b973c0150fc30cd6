import { type SourceFile, withoutComments } from './source-tree.ts';

/** One rule of the house that a line of text can break. */
interface Convention {
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly banned: RegExp;
  readonly because: string;
}

const CONVENTIONS: readonly Convention[] = [
  {
    where: /^(functions|shared|infra|embed)\//,
    except: /^functions\/[^/]+\/handler\.ts$/,
    banned: /\bprocess\s*\.\s*env\b|\bprocess\s*\[/,
    because: 'only a function’s handler.ts and local/ read the environment',
  },
  {
    where: /^shared\//,
    // It measures how long it holds its own thread: no result depends on that.
    except: /^shared\/store\/give-way\.ts$/,
    banned: /\bDate\s*\.\s*now\b|\bnew Date\(\s*\)|\bperformance\s*\.\s*now\b/,
    because: '`now` is a parameter',
  },
  {
    where: /^shared\//,
    banned: /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes)\(|\.getTimezoneOffset\(|\.toLocale(Date|Time)String\(/,
    because: 'the host’s time zone decides nothing',
  },
  {
    where: /^shared\/(kernel|time|tagging|text|syntax|events|timeline|display|formats|pages)\//,
    banned: /\bMath\s*\.\s*random\b|\brandom(Bytes|UUID|Int)\b|\bset(Timeout|Interval)\b/,
    because: 'the same article gives the same events: no chance, no waiting',
  },
  {
    where: /^(functions|shared|infra)\//,
    banned: /\bconsole\.(log|info|warn|error|debug|trace|dir|table)\(/,
    because: 'what is logged goes through the functions’ log, which knows what may not be in it',
  },
  {
    where: /^(functions|shared|infra|local|embed)\/.*\.ts$/,
    banned: /:\s*any\b|\bas any\b|<any>|@ts-(ignore|nocheck)/,
    because: 'a type is known or `unknown`',
  },
  {
    where: /^test\/.*\.ts$/,
    except: /^test\/architecture\//,
    banned: /\b(describe|test|it)\.(skip|only|todo)\b|\b[xf](describe|it|test)\(/,
    because: 'every test runs',
  },
  {
    where: /^(embed|shared\/(display|pages))\//,
    banned: /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment)\b|\bdocument\s*\.\s*write/,
    because: 'data becomes nodes and text, never markup',
  },
  {
    where: /^embed\//,
    banned: /\b(localStorage|sessionStorage|indexedDB|cookieStore|caches)\b|\bdocument\s*\.\s*cookie\b/,
    because: 'an embed keeps nothing in its reader’s browser',
  },
  {
    where: /^(functions|shared|infra|embed|local)\//,
    banned: /\beval\(|\bnew Function\(/,
    because: 'no text becomes code',
  },
  {
    where: /^(functions|shared|infra|local|embed)\/.*\.ts$/,
    banned:
      /\b(class|interface|type)\s+(I[A-Z][a-z]\w*|\w+(Manager|Helper|Utils?))\s*[<={]|\bclass\s+\w+(Manager|Helper|Utils?)\b/,
    because: 'names are the field’s own: no I-prefix, Manager, Helper or Util',
  },
  {
    where: /^(embed|functions|infra|local|shared\/(display|formats|http|pages|store))\/.*\.ts$/,
    banned: /^.{201}/,
    because: 'a line of markup, style or prose has at most 200 characters',
  },
];

/** Every line that breaks a rule of the house, with the rule. */
export function linesAgainstTheHouse(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const rules = CONVENTIONS.filter(({ where, except }) => where.test(path) && !except?.test(path));
    if (rules.length === 0) return [];
    return withoutComments(text)
      .split('\n')
      .flatMap((line, index) =>
        rules.filter(({ banned }) => banned.test(line)).map(({ because }) => `${path}:${index + 1}: ${because}`),
      );
  });
}

/** A file of one subject stays far below this. */
export const MOST_LINES = 400;
/** Most lines of a handler, which only reads its environment and passes its clients on. */
export const MOST_HANDLER_LINES = 20;

/** Files that are longer than they may be. */
export function tooLong(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    const most = /^functions\/[^/]+\/handler\.ts$/.test(path) ? MOST_HANDLER_LINES : MOST_LINES;
    return lines > most ? [`${path} has ${lines} lines, ${most} are the most`] : [];
  });
}

/** Files and folders whose names say nothing. */
export const emptyNames = (files: readonly SourceFile[]): readonly string[] =>
  files.map(({ path }) => path).filter((path) => /(^|[/.-])(utils?|helpers?|common|misc|manager)([/.-]|$)/i.test(path));
