import { attributeOf, labelOf, type PageElement } from './element.ts';

/** Parts of a page beside its article. `details` are facts about the article (byline, date, tags), not its text. */
export type Beside = 'comments' | 'related' | 'navigation' | 'dialog' | 'promotion' | 'details';

/** Element names that identify a part. */
const BY_NAME: Readonly<Record<string, Beside>> = {
  nav: 'navigation',
  menu: 'navigation',
  footer: 'navigation',
  aside: 'related',
  dialog: 'dialog',
  button: 'navigation',
  select: 'navigation',
  label: 'navigation',
  textarea: 'navigation',
  datalist: 'navigation',
  figcaption: 'details',
  script: 'navigation',
  noscript: 'navigation',
  audio: 'navigation',
  video: 'navigation',
  head: 'navigation',
};

/** ARIA roles (WAI-ARIA 1.2 §5.3, landmarks and windows). */
const BY_ROLE: Readonly<Record<string, Beside>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  search: 'navigation',
  contentinfo: 'navigation',
  complementary: 'related',
  dialog: 'dialog',
  alertdialog: 'dialog',
};

/** Matches a class or id of which a word, between hyphens and underscores, is in the list. */
const words = (list: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${list})(?![a-z])`);

/** By class and id, in the languages that pages use in their class names. The first match counts. */
const BY_LABEL: readonly (readonly [Beside, RegExp])[] = [
  [
    'dialog',
    words(
      'cookies?(?:banner|bar|consent|notice|hint|layer|info)?|consent(?:banner|layer|manager)?|gdpr|dsgvo|cmp(?:box)?|onetrust|usercentrics|cookiebot|modal|pop-?up|lightbox|overlay(?:s|-content)?',
    ),
  ],
  [
    'comments',
    words(
      'comments?(?:area|list|section|block|box|s-?area|wrap|form)?|commentlist|kommentare?n?|kommentarbereich|commentaires?|comentarios?|commenti|komentarze|reacties|disqus(?:_?thread)?|livefyre|respond|replies|talkback|leserkommentare?|leserbriefe?',
    ),
  ],
  [
    'related',
    words(
      'related(?:[a-z]{4,12})?|recommend(?:ed|ations?|er)?|recirc(?:ulation)?|read-?(?:more|next|also|on)|(?:more|next|other|latest|recent|top|popular|trending)-?(?:stories|story|news|articles?|posts?|links?|on|from|reads?)|most-?(?:read|popular|viewed|shared|recent)|popular|trending|similar|suggest(?:ed|ions?)?|you-?(?:may|might)(?:-?also)?(?:-?like)?|also-?(?:like|read)|outbrain|taboola|plista|sidebar|side-?bar|sidecolumn|rightcol(?:umn)?|rail|widgets?|widget-?area|siblings|weiterlesen|verwandte?|aehnliche|mehr-?zum(?:-?thema)?|weitere-?(?:artikel|themen|meldungen)|lire-?aussi|a-?lire|relacionad[oa]s?|correlati|leggi-?anche|polecane|powiazane|onward|teaser-?(?:list|box|group|grid)|teasers|linkbox|link-?list',
    ),
  ],
  [
    'navigation',
    words(
      'nav|navi|navbar|navigation|mainnav|subnav|menu|submenu|breadcrumbs?|footer|site-?footer|masthead|site-?header|page-?header-?nav|paginat(?:ion|or)|pager|page-?nav|skip-?links?|toolbar|topbar|tabs|tablist|search-?(?:form|box|bar)|sitemap|toc|table-?of-?contents|inhaltsverzeichnis|jump-?links?|today|todays?-?date|current-?date|date-?today|heute|clock|weather|wetter|print-?only|sr-only|screen-reader-text|visually-?hidden|visuallyhidden|screenreader|hidden',
    ),
  ],
  [
    'promotion',
    words(
      'newsletters?(?:[a-z]{3,8})?|subscri(?:be|ption|ptions|ber)|paywall|abo|abo-?box|advert(?:s|isement|isements|ising|orial)?|ads?|adslot|adbox|ad-?(?:container|wrapper|slot|unit|label|banner)|anzeige|werbung|banner|promo(?:s|tion|box|-box)?|sponsor(?:ed|s)?|donat(?:e|ion|ions)|spenden|sign-?up|register|login|social(?:[a-z]{3,8})?|share(?:s|bar|buttons?|links|tools)?|sharing|addtoany|sharedaddy|jp-relatedposts|follow(?:-?us)?|shariff|teilen|app-?download|cta|call-?to-?action|bookmark|feedback|rating|voting|vote|poll|survey|quiz|embed-?code',
    ),
  ],
  [
    'details',
    words(
      'by-?lines?|author(?:s|box|-?box|-?bio|-?info|-?name|-?card|-?meta|-?profile|-?details)?|about-?(?:the-?)?author|autor(?:en|in|box|info)?|verfasser|bio|contributors?|date-?line|pub-?date|post-?date|entry-?date|publish(?:ed)?(?:-?(?:date|on|at|time))?|date(?:time|s)?|datum|time-?stamp|updated|(?:post|entry|article|blog|story)-?(?:meta|info|header-?meta|footer|tags|details|data)|meta(?:data|box|info|line)?|post-?meta-?data|tags?(?:-?list|-?cloud|-?links|s-?links)?|tagcloud|keywords|categor(?:y|ies)|cat-?links|topics?|kategorien?|schlagw(?:orte|oerter)|(?:img|image|photo|picture|media|wp)-?(?:caption(?:-text)?|credits?|copyright|source)|caption|bildunterschrift|bildtext|bildquelle|credits?|copyright|copyrights|quelle|reading-?time|read-?time|lesezeit|view-?count|counter|views|hits|drucken|print|edit-?link|post-?nav(?:igation)?|kicker|overline|eyebrow|dachzeile|roofline',
    ),
  ],
];

/** Labels of an article's own text, which is kept whatever else the element is called. */
const OWN_TEXT =
  /(?:^|[^a-z])(?:article|entry|post|story|news|blog|content|page|main|text)[-_]*(?:body|content|text|main|inner|copy)(?![a-z])|articlebody|storybody|(?:^|[^a-z])(?:richtext|fliesstext|artikeltext|bodytext)(?![a-z])/;

/**
 * The part of a page beside the article that an element is, if its name, role or label says so. Judged by the element
 * alone, not by its content: the caller decides how much text to lose.
 */
export function besideArticle(element: PageElement): Beside | undefined {
  const { name, attributes } = element;
  const named = BY_NAME[name];
  if (named) return named;
  const role = attributes.get('role')?.toLowerCase();
  if (role !== undefined && BY_ROLE[role]) return BY_ROLE[role];
  if (attributes.has('hidden') || attributes.get('aria-modal') === 'true') return 'dialog';
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '')) return 'dialog';
  if (ROOTS.has(name) || attributeOf(element, 'itemprop')?.toLowerCase() === 'articlebody') return undefined;
  const label = labelOf(element).slice(0, LONGEST_LABEL);
  const tokens = label
    .split(/\s+/)
    .filter((token) => token.length > 1 && !MODIFIER.test(token))
    .map((token) => token.replace(/(?<=.)--.*/, ''));
  const found = BY_LABEL.find(([, pattern]) => tokens.some((token) => pattern.test(token)))?.[0];
  if (found !== undefined && found !== 'comments' && found !== 'dialog' && OWN_TEXT.test(label)) return undefined;
  return found;
}

/** Whether an element is a footer, of the page or of an article. */
export const isFooter = (element: PageElement): boolean => element.name === 'footer' || /footer/.test(labelOf(element));

/** A class that describes an element's content or category instead of the element: "has-sidebar", "tag-politics", "post--no-comments". */
const MODIFIER =
  /^(?:has|is|no|js|with|without|show|hide|if|category|tag|author|status|format|type|topic)[-_]|[-_]{1,2}(?:has|with|no|without)[-_]|[-_](?:left|right|on|off|open|closed|enabled|disabled|active)$/;

/** Elements whose classes describe the whole page ("has-sidebar", "comments-open"). */
const ROOTS = new Set(['#page', 'html', 'body', 'main', 'h1']);
const LONGEST_LABEL = 400;
