import type { Page } from 'playwright-core';

/** What is in a document, as far as attacks go. */
export interface Seen {
  /** How many elements of each name there are, shadow roots included. */
  readonly elements: Readonly<Record<string, number>>;
  /** Attributes that run, and addresses that do. */
  readonly dangerous: readonly string[];
}

/** Looks through a document and its shadow roots. */
export const look = (page: Page): Promise<Seen> =>
  page
    .locator('html, svg')
    .first()
    .evaluate((root) => {
      const elements: Record<string, number> = {};
      const dangerous: string[] = [];
      const visit = (node: { querySelectorAll: (s: string) => Iterable<never> }): void => {
        for (const element of node.querySelectorAll('*') as Iterable<{
          localName: string;
          attributes: Iterable<{ name: string; value: string }>;
          shadowRoot: never;
        }>) {
          elements[element.localName] = (elements[element.localName] ?? 0) + 1;
          for (const { name, value } of element.attributes) {
            const isLink = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data'].includes(name);
            const runs =
              name.startsWith('on') || name === 'srcdoc' || (isLink && !/^(https?:|[?#/]|$)/.test(value.trim()));
            const strays = isLink && URL.canParse(value) && new URL(value).hostname.startsWith('evil');
            if (runs || strays) dangerous.push(`${element.localName} ${name}=${value}`);
          }
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      visit(root.ownerDocument);
      return { elements, dangerous };
    });
