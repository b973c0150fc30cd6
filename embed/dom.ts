/** Properties of a new element: attributes (`false` and `undefined` are left out) and listeners. */
export interface Made {
  readonly [name: string]: string | number | boolean | undefined | ((event: Event) => void);
}

/** Content of an element: text (never parsed as HTML), nodes, nothing. */
export type Child = Node | string | false | undefined;

const SVG = 'http://www.w3.org/2000/svg';

function filled<E extends Element>(element: E, made: Made, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(made)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** An HTML element. Untrusted text goes in as text nodes: this project's browser code has no `innerHTML`. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  made: Made = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => filled(document.createElement(name), made, children);

/** An SVG element. */
export const svg = <K extends keyof SVGElementTagNameMap>(
  name: K,
  made: Made = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] => filled(document.createElementNS(SVG, name), made, children);
